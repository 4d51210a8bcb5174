package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.workbench.Progress;

/// The matrix of 50 propositions by 40 outlets opens before one has to wait for it.
final class MatrixSizeTest {

  private static final int PROPOSITIONS = 50;
  private static final int OUTLETS = 40;
  private static final long SEED = 20250127;

  /// Milliseconds that are too many even on a machine that does other things too.
  private static final double MOST = 2_500;

  private static final String[] DID =
      ("sold bought closed opened painted measured repaired flooded moved insured lost won planted"
              + " hired dismissed sued praised banned taxed rented built buried cleaned copied"
              + " counted")
          .split(" ");
  private static final String[] WHAT =
      ("boats trams violins turbines orchards cameras tunnels ovens paintings greenhouses looms"
              + " beehives elevators pianos quarries tractors satellites carpets bicycles chapels"
              + " aquariums locomotives vineyards printers windmills clocks reservoirs sofas"
              + " submarines helmets breweries escalators lanterns wagons cranes barges harps"
              + " glaciers bakeries kilns mirrors pipelines stables kites sawmills freezers"
              + " gliders pulpits saddles trumpets")
          .split(" ");
  private static final String[] WHY =
      ("fishermen conductors students surgeons farmers tourists miners bakers curators gardeners"
           + " weavers chemists tenants musicians masons soldiers astronomers hoteliers cyclists"
           + " bishops divers engineers sommeliers editors sailors jewellers plumbers widows"
           + " admirals firemen drinkers shoppers campers carters dockers boatmen angels climbers"
           + " pastrycooks potters actresses welders jockeys children lumbermen butchers pilots"
           + " preachers riders buglers")
          .split(" ");

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path folder;

  @Test
  void fiftyByForty() throws IOException {
    write();
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
      screen.act(() -> screen.frame.go("Library"));
      assertEquals(OUTLETS, screen.workbench().size());
      var from = System.nanoTime();
      screen.workbench().comparison(Progress.none()).orElseThrow().propositions();
      print("compared 40 articles in %.0f ms", since(from));
      List<Double> opened = new ArrayList<>();
      for (var i = 0; i < 7; i++) {
        var start = System.nanoTime();
        screen.act(() -> screen.frame.go("Claims"));
        opened.add(since(start));
        ListView<?> matrix = screen.find("#matrix");
        assertEquals(PROPOSITIONS + 1, matrix.getItems().size(), "with the heading of the month");
        assertTrue(
            Screen.get(() -> screen.frame.lookupAll(".matrix-header .matrix-cell").size())
                >= OUTLETS);
        screen.act(() -> screen.frame.go("Library"));
      }
      print(
          "50 propositions by 40 outlets: first opened in %.0f ms, then %.0f ms (median of 6)",
          opened.getFirst(), opened.stream().skip(1).sorted().toList().get(3));
      screen.act(() -> screen.frame.go("Claims"));
      var key = System.nanoTime();
      screen.press(KeyCode.RIGHT);
      print("one outlet on in %.0f ms", since(key));
      assertTrue(opened.stream().allMatch(ms -> ms < MOST), opened.toString());
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String form, Object... values) {
    System.out.println("matrix: " + String.format(Locale.ROOT, form, values));
  }

  /// Each outlet tells nearly all propositions, in an order of its own.
  private void write() throws IOException {
    var random = new Random(SEED);
    Files.createDirectories(folder.resolve("in"));
    for (var outlet = 0; outlet < OUTLETS; outlet++) {
      List<String> sentences = new ArrayList<>();
      for (var p = 0; p < PROPOSITIONS; p++) {
        if (random.nextInt(20) > 0) {
          var who = name(p + 3) + " " + name(p + 503);
          var does =
              "%s %d %s near %s for the %s"
                  .formatted(DID[p % DID.length], 21 + 7 * p, WHAT[p], name(p + 900), WHY[p]);
          var how = List.of("", "", "reportedly ", "It is said that ").get(random.nextInt(4));
          sentences.add(
              how.startsWith("It") ? how + who + " " + does + "." : who + " " + how + does + ".");
        }
      }
      java.util.Collections.shuffle(sentences, random);
      Files.writeString(
          folder.resolve("in").resolve("article-" + outlet + ".md"),
          "---\ntitle: The week, number %d\noutlet: Outlet Number %s\ndate: 2025-03-%02d\n---\n%s\n"
              .formatted(
                  outlet,
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(outlet % 26) + "" + outlet,
                  1 + outlet % 28,
                  String.join("\n\n", sentences)));
    }
  }

  /// An invented name.
  private static String name(int number) {
    var name = new StringBuilder();
    for (var rest = number * 37 + 4000; rest > 0; rest /= 20) {
      name.append("bcdfghklmnprstvwzjyx".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
