package org.tellings.ui.timeline;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToDoubleFunction;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.tellings.compare.Telling;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.timeline.Event;
import org.tellings.timeline.Event.Told;
import org.tellings.timeline.Mode;
import org.tellings.timeline.When;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.timeline.Inks.Ink;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Scorecard row P14: a frame of the timeline while it is panned and zoomed, beside the same marks
/// drawn on a bare Canvas in the same run. A frame is the work on the screen's thread and its
/// drawing, which both do in software into a picture. The bare Canvas is told for nothing which
/// marks are in sight and where cards have room; its cards cannot be reached by a screen reader.
/// Prints a Markdown table.
final class Frames {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int WARM = 60;
  private static final int FRAMES = 300;
  private static final int FIRSTS = 7;

  private final TimelineView view;
  private final TimelineModel model;
  private final Canvas bare = new Canvas();
  private final Inks inks = new Inks(() -> {});
  private final Pane around = new Pane(inks, bare);
  private final Pen pen = new Pen(bare, inks);

  private Frames(TimelineView view) {
    this.view = view;
    this.model = view.model;
    var beside = new Stage(); // a window of its own, for the colours of the stylesheet
    var scene = new Scene(around, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(view.getScene().getStylesheets());
    beside.setScene(scene);
    beside.show();
    around.applyCss();
  }

  public static void main(String[] args) throws Exception {
    var counts = args.length == 0 ? new int[] {10_000} : numbers(args);
    var done = new CountDownLatch(1);
    var work = Files.createTempDirectory("tellings-frames");
    Platform.startup(
        () -> {
          try {
            for (var count : counts) {
              measure(work.resolve("library-" + count), count);
            }
          } catch (RuntimeException e) {
            e.printStackTrace();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
    System.exit(0);
  }

  private static int[] numbers(String[] args) {
    var numbers = new int[args.length];
    for (var i = 0; i < args.length; i++) {
      numbers[i] = Integer.parseInt(args[i]);
    }
    return numbers;
  }

  private static void measure(Path library, int count) {
    var events = events(count);
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      // once before, as a program that has shown another screen has its classes and styles
      first(workbench, Found.of(events(200), List.of(), Map.of(), List.of(), ZoneOffset.UTC));
      var begin = System.nanoTime();
      var found = Found.of(events, List.of(), Map.of(), List.of(), ZoneOffset.UTC);
      var made = (System.nanoTime() - begin) / 1e6;
      var firsts = new ArrayList<First>();
      for (var i = 0; i < FIRSTS; i++) {
        firsts.add(first(workbench, found));
      }
      var frames = frames(firsts.getLast().frames());
      var ours = frames.ours();
      var bare = frames.bare();
      System.out.printf(
          Locale.ROOT,
          "%n%d events; made ready off the screen's thread in %.0f ms; first frame, from asking for"
              + " the screen: %.0f ms the first time (%.0f ms CPU), then %.0f ms (%.0f ms CPU),"
              + " median of %d%n%n",
          count,
          made,
          firsts.getFirst().frame().wall(),
          firsts.getFirst().frame().work(),
          median(firsts, Frame::wall),
          median(firsts, Frame::work),
          FIRSTS);
      System.out.println(
          "| | p50 on the clock, ms | p95 | p50 CPU, ms | p95 | p95 of the screen's thread |");
      System.out.println("|---|---|---|---|---|---|");
      row("Tellings", ours);
      row("bare Canvas", bare);
      System.out.print("| ratio");
      for (var value : VALUES) {
        System.out.printf(Locale.ROOT, " | %.2f", value.of(ours) / value.of(bare));
      }
      System.out.println(" |");
    }
  }

  private static double median(List<First> firsts, ToDoubleFunction<Frame> what) {
    return at(firsts.stream().map(First::frame).toList(), what, 0.5);
  }

  private record First(Frame frame, Frames frames) {}

  /// Times in ms: on the clock, of the processor for all of it, and for the screen's thread alone.
  private record Frame(double wall, double work, double thread) {}

  private record Both(List<Frame> ours, List<Frame> bare) {}

  private record Value(ToDoubleFunction<Frame> what, double share) {
    double of(List<Frame> frames) {
      return at(frames, what, share);
    }
  }

  private static final List<Value> VALUES =
      List.of(
          new Value(Frame::wall, 0.5),
          new Value(Frame::wall, 0.95),
          new Value(Frame::work, 0.5),
          new Value(Frame::work, 0.95),
          new Value(Frame::thread, 0.95));

  private static void row(String name, List<Frame> frames) {
    System.out.print("| " + name);
    for (var value : VALUES) {
      System.out.printf(Locale.ROOT, " | %.1f", value.of(frames));
    }
    System.out.println(" |");
  }

  private static double at(List<Frame> frames, ToDoubleFunction<Frame> what, double share) {
    return frames.stream()
        .mapToDouble(what)
        .sorted()
        .skip((long) (frames.size() * share))
        .findFirst()
        .orElseThrow();
  }

  /// From asking for the screen to its picture, the window around it included.
  private static First first(Workbench workbench, Found found) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    var threads = ManagementFactory.getThreadMXBean();
    var cpu = threads.getCurrentThreadCpuTime();
    var both = cpu + threads.getThreadCpuTime(drawing());
    var begin = System.nanoTime();
    var view = new TimelineView(desk(workbench));
    var scene = new Scene(view, WIDTH, HEIGHT);
    for (var sheet : List.of("tellings.css", "light.css")) {
      scene.getStylesheets().add(String.valueOf(org.tellings.ui.App.class.getResource(sheet)));
    }
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    view.model.show(found);
    view.snapshot(new SnapshotParameters(), null);
    var wall = (System.nanoTime() - begin) / 1e6;
    var thread = threads.getCurrentThreadCpuTime();
    return new First(
        new Frame(
            wall,
            (thread + threads.getThreadCpuTime(drawing()) - both) / 1e6,
            (thread - cpu) / 1e6),
        new Frames(view));
  }

  /// Says nothing and does nothing but work at once.
  private static Desk desk(Workbench workbench) {
    var tasks = new Tasks(Runnable::run, Runnable::run, Runnable::run);
    return (Desk)
        Proxy.newProxyInstance(
            Frames.class.getClassLoader(),
            new Class<?>[] {Desk.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "workbench" -> workbench;
                  case "tasks" -> tasks;
                  case "toParagraph" -> Optional.empty();
                  default -> null;
                });
  }

  // -- later frames --

  private static Both frames(Frames frames) {
    var ours = new ArrayList<Frame>();
    var bare = new ArrayList<Frame>();
    frames.model.all();
    var random = new Random(7);
    for (var i = 0; i < WARM + FRAMES; i++) {
      frames.move(i, random);
      var one = frames.ours();
      var other = frames.drawn();
      if (i >= WARM) {
        ours.add(one);
        bare.add(other);
      }
    }
    return new Both(ours, bare);
  }

  /// Nearer for a while with pans between, then to the whole span again.
  private void move(int i, Random random) {
    if (i % 30 == 29) {
      model.all();
    } else if (i % 3 == 0) {
      model.zoom(1 / 1.6);
    } else {
      model.pan(random.nextDouble() * 0.3 - 0.1);
    }
  }

  private TimePlot plot() {
    return (TimePlot) view.lookup(".time-plot");
  }

  private static Frame timed(Node node, WritableImage into, Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    var cpu = threads.getCurrentThreadCpuTime();
    var both = cpu + threads.getThreadCpuTime(drawing());
    var wall = System.nanoTime();
    work.run();
    node.snapshot(new SnapshotParameters(), into);
    return new Frame(
        (System.nanoTime() - wall) / 1e6,
        (threads.getCurrentThreadCpuTime() + threads.getThreadCpuTime(drawing()) - both) / 1e6,
        (threads.getCurrentThreadCpuTime() - cpu) / 1e6);
  }

  /// The thread on which JavaFX draws.
  private static long drawing() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
        .findFirst()
        .orElseThrow()
        .threadId();
  }

  private WritableImage picture = new WritableImage(1, 1);

  private Frame ours() {
    var plot = plot();
    if (picture.getWidth() < plot.getWidth()) {
      picture = new WritableImage((int) plot.getWidth(), (int) plot.getHeight());
    }
    return timed(
        plot, picture, () -> {}); // a picture begins as a frame does, with styles and layout
  }

  /// A card as it lies on the axis.
  private record Card(double x, double y, String when, String title, String told) {}

  private Frame drawn() {
    var plot = plot();
    var sight = model.sight.get();
    var shown = TimePlot.inSight(model.marks.get(), sight);
    var cards = new ArrayList<Card>();
    for (var node : plot.lookupAll(".event-card")) {
      if (node.isVisible() && node instanceof EventCard card) {
        card.mark()
            .ifPresent(
                m ->
                    cards.add(
                        new Card(
                            card.getLayoutX(),
                            card.getLayoutY(),
                            m.words(),
                            m.event().title(),
                            EventCard.told(m))));
      }
    }
    var ranges = shown.stream().filter(m -> m.isRange() || m.isAbout()).limit(100).toList();
    bare.setWidth(plot.getWidth());
    bare.setHeight(plot.getHeight());
    return timed(around, picture, () -> draw(sight, shown, ranges, cards));
  }

  private void draw(Sight sight, List<Mark> shown, List<Mark> ranges, List<Card> cards) {
    var width = bare.getWidth() - TimePlot.SIDE - 8;
    var axis = bare.getHeight() - 66;
    pen.clear(bare.getWidth(), bare.getHeight());
    var ticks = Ticks.of(sight, width, Pen::wide);
    for (var cell : ticks.cells()) {
      var x = TimePlot.SIDE + sight.x(cell.from(), width);
      pen.line(Ink.FAINT, x, 16, x, bare.getHeight());
      pen.words(Ink.MUTED, Pen.SMALL, cell.words(), x + 4, axis + 12);
    }
    for (var cell : ticks.around()) {
      var x = TimePlot.SIDE + sight.x(cell.from(), width);
      pen.line(Ink.LINE, x, axis, x, axis + 42);
      pen.words(Ink.WORDS, Pen.STRONG, cell.words(), x + 6, axis + 31);
    }
    pen.line(Ink.LINE, 2, TimePlot.SIDE, axis, bare.getWidth(), axis);
    if (shown.size() > TimePlot.MOST_DOTS) {
      var bins = new int[(int) (width / 6) + 1];
      for (var mark : shown) {
        bins[Math.clamp((long) (sight.x(mark.at(), width) / 6), 0, bins.length - 1)]++;
      }
      for (var i = 0; i < bins.length; i++) {
        if (bins[i] > 0) {
          pen.fill(Ink.DATE, TimePlot.SIDE + i * 6, axis - 2 - bins[i], 5, 2 + bins[i]);
        }
      }
    } else {
      for (var mark : shown) {
        pen.dot(Ink.DATE, TimePlot.SIDE + sight.x(mark.at(), width), axis, 3.5);
      }
    }
    for (var mark : ranges) {
      var left = TimePlot.SIDE + sight.x(mark.from(), width);
      var wide = TimePlot.SIDE + sight.x(mark.to(), width) - left;
      pen.bar(Ink.TINT, left, axis - 14, wide, 6, true);
      pen.bar(Ink.DATE, left, axis - 14, wide, 6, false);
    }
    for (var card : cards) {
      pen.line(Ink.CONTROL, card.x() + 8, card.y() + EventCard.HEIGHT, card.x() + 8, axis);
      pen.fill(Ink.GROUND, card.x(), card.y(), CardLayout.WIDTH, EventCard.HEIGHT);
      pen.edge(Ink.CONTROL, card.x(), card.y(), CardLayout.WIDTH, EventCard.HEIGHT, 1);
      pen.fill(Ink.DATE, card.x(), card.y(), CardLayout.WIDTH, 2);
      pen.words(Ink.DATE, Pen.STRONG, card.when(), card.x() + 8, card.y() + 12);
      pen.words(Ink.WORDS, Pen.STRONG, half(card.title(), 0), card.x() + 8, card.y() + 30);
      pen.words(Ink.WORDS, Pen.STRONG, half(card.title(), 1), card.x() + 8, card.y() + 46);
      pen.words(Ink.MUTED, Pen.SMALL, card.told(), card.x() + 8, card.y() + 66);
      pen.ring(Ink.WORDS, card.x() + CardLayout.WIDTH - 14, card.y() + 12, 5, 1.5);
    }
  }

  private static String half(String words, int which) {
    var middle = words.indexOf(' ', words.length() / 2);
    return middle < 0
        ? which == 0 ? words : ""
        : which == 0 ? words.substring(0, middle) : words.substring(middle + 1);
  }

  // -- what is shown --

  static List<Event> events(int count) {
    var random = new Random(7);
    List<Event> events = new ArrayList<>();
    for (var i = 0; i < count; i++) {
      var day = LocalDate.of(1995, 1, 1).plusDays((long) Math.sqrt(random.nextInt(121_000_000)));
      var when =
          When.of(i % 9 == 0 ? day.toString().substring(0, 7) : day.toString()).orElseThrow();
      var text = "The harbour council opened quay " + i + " on " + day + ".";
      var heading =
          Heading.NONE
              .withOutlet(new Outlet("Outlet " + i % 40))
              .withPublished(Optional.of(new Dated(day.plusDays(1).toString(), "bench")));
      var article = Article.of("quay-" + i + ".txt", heading, text, List.of());
      var span = new Span(text.length() - 11, text.length() - 1);
      var date =
          new DateMention(
              span, Optional.of(day.toString()), Precision.DAY, Anchor.NONE, "date.full/2");
      var kept =
          new Kept(
              new FindingId(article.id(), Kind.DATE, span),
              State.MACHINE,
              date,
              Optional.of(date),
              "",
              List.of());
      var all = new Span(0, text.length());
      events.add(
          new Event(
              "e" + i,
              when,
              "The harbour council opened quay " + i,
              List.of(),
              List.of(
                  new Told(Telling.of(article, kept), when, Mode.HAPPENED, all, text, all, text)),
              false));
    }
    events.sort(Comparator.comparing(Event::when).thenComparing(Event::id));
    return events;
  }
}
