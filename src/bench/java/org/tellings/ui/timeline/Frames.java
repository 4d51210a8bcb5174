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
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
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
/// drawing, which both do in software into a picture. The bare Canvas repeats the strokes of the
/// same frame, each of them, from a tape: it is told for nothing which marks are in sight, where
/// cards have room and what is written on them; nothing on it can be clicked or reached by a screen
/// reader. Prints a Markdown table.
final class Frames {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int WARM = 60;
  private static final int FRAMES = 1500;
  private static final int FIRSTS = 7;

  private final TimelineView view;
  private final TimelineModel model;
  private final Canvas bare = new Canvas();
  private final Inks inks = new Inks(() -> {});
  private final Pen pen;
  private Tape tape;
  private final TimePlot taped;

  private Frames(TimelineView view) {
    this.view = view;
    this.model = view.model;
    taped =
        new TimePlot(
            model,
            (canvas, inks) -> {
              tape = new Tape(canvas, inks);
              return tape;
            });
    var around = new Pane(inks, bare, taped);
    pen = new Pen(bare, inks);
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
      var window = window();
      // a program that has shown no screen at all has neither its classes nor its styles
      var cold =
          first(
                  window,
                  workbench,
                  Found.of(events(200), List.of(), Map.of(), List.of(), ZoneOffset.UTC))
              .frame();
      var begin = System.nanoTime();
      var found = Found.of(events, List.of(), Map.of(), List.of(), ZoneOffset.UTC);
      var made = (System.nanoTime() - begin) / 1e6;
      var firsts = new ArrayList<First>();
      for (var i = 0; i < FIRSTS; i++) {
        firsts.add(first(window, workbench, found));
      }
      var frames = frames(firsts.getLast().frames());
      var ours = frames.ours();
      var bare = frames.bare();
      System.out.printf(
          Locale.ROOT,
          "%n%d events; made ready off the screen's thread in %.0f ms; first frame, from asking for"
              + " the screen: %.0f ms the first time (%.0f ms CPU), median of %d %.0f ms (%.0f ms"
              + " CPU); with 200 events, as the first screen of a process, %.0f ms%n%n",
          count,
          made,
          firsts.getFirst().frame().wall(),
          firsts.getFirst().frame().work(),
          FIRSTS,
          median(firsts, Frame::wall),
          median(firsts, Frame::work),
          cold.wall());
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

  private static BorderPane window() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    var window = new BorderPane();
    var scene = new Scene(window, WIDTH, HEIGHT);
    for (var sheet : List.of("tellings.css", "light.css")) {
      scene.getStylesheets().add(String.valueOf(org.tellings.ui.App.class.getResource(sheet)));
    }
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return window;
  }

  /// From asking for the screen, in a window that shows something else, to its picture. The window
  /// is always the same, as that of the program; the screen is made anew.
  private static First first(BorderPane window, Workbench workbench, Found found) {
    window.setCenter(new Label("Another screen"));
    var scene = window.getScene();
    scene.snapshot(null);
    var threads = ManagementFactory.getThreadMXBean();
    var cpu = threads.getCurrentThreadCpuTime();
    var both = cpu + threads.getThreadCpuTime(drawing());
    var begin = System.nanoTime();
    var view = new TimelineView(desk(workbench));
    window.setCenter(view);
    view.model.show(found);
    scene.snapshot(null);
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

  private Frame drawn() {
    taped.resize(plot().getWidth(), plot().getHeight());
    taped.layout();
    var strokes = List.copyOf(tape.strokes);
    bare.setWidth(plot().getWidth());
    bare.setHeight(plot().getHeight());
    return timed(bare, picture, () -> strokes.forEach(stroke -> stroke.accept(pen)));
  }

  /// A pen that remembers each stroke of a frame, to draw the same again elsewhere.
  private static final class Tape extends Pen {

    private final List<Consumer<Pen>> strokes = new ArrayList<>();
    private boolean isWithin;

    Tape(Canvas canvas, Inks inks) {
      super(canvas, inks);
    }

    private void keep(Consumer<Pen> stroke, Runnable draw) {
      if (isWithin) { // a part of a stroke that is kept
        draw.run();
        return;
      }
      strokes.add(stroke);
      isWithin = true;
      draw.run();
      isWithin = false;
    }

    @Override
    void clear(double width, double height) {
      strokes.clear();
      keep(pen -> pen.clear(width, height), () -> super.clear(width, height));
    }

    @Override
    void card(double x, double y, double width, double height, boolean selected, boolean merging) {
      keep(
          pen -> pen.card(x, y, width, height, selected, merging),
          () -> super.card(x, y, width, height, selected, merging));
    }

    @Override
    void state(State state, double x, double y) {
      keep(pen -> pen.state(state, x, y), () -> super.state(state, x, y));
    }

    @Override
    void fill(Ink ink, double x, double y, double width, double height) {
      keep(pen -> pen.fill(ink, x, y, width, height), () -> super.fill(ink, x, y, width, height));
    }

    @Override
    void line(Ink ink, double width, double x1, double y1, double x2, double y2) {
      keep(
          pen -> pen.line(ink, width, x1, y1, x2, y2),
          () -> super.line(ink, width, x1, y1, x2, y2));
    }

    @Override
    void slant(Ink ink, double x1, double y1, double x2, double y2) {
      keep(pen -> pen.slant(ink, x1, y1, x2, y2), () -> super.slant(ink, x1, y1, x2, y2));
    }

    @Override
    void dashes(double... lengths) {
      keep(pen -> pen.dashes(lengths), () -> super.dashes(lengths));
    }

    @Override
    void bar(Ink ink, double x, double y, double width, double height, boolean filled) {
      keep(
          pen -> pen.bar(ink, x, y, width, height, filled),
          () -> super.bar(ink, x, y, width, height, filled));
    }

    @Override
    void dot(Ink ink, double x, double y, double radius) {
      keep(pen -> pen.dot(ink, x, y, radius), () -> super.dot(ink, x, y, radius));
    }

    @Override
    void ring(Ink ink, double x, double y, double radius, double width) {
      keep(pen -> pen.ring(ink, x, y, radius, width), () -> super.ring(ink, x, y, radius, width));
    }

    @Override
    void diamond(Ink ink, double x, double y, double radius, boolean filled) {
      keep(
          pen -> pen.diamond(ink, x, y, radius, filled),
          () -> super.diamond(ink, x, y, radius, filled));
    }

    @Override
    void triangle(Ink ink, double x, double y, double radius, boolean filled) {
      keep(
          pen -> pen.triangle(ink, x, y, radius, filled),
          () -> super.triangle(ink, x, y, radius, filled));
    }

    @Override
    void flag(Ink ink, double x, double y) {
      keep(pen -> pen.flag(ink, x, y), () -> super.flag(ink, x, y));
    }

    @Override
    void edge(Ink ink, double x, double y, double width, double height, double line) {
      keep(
          pen -> pen.edge(ink, x, y, width, height, line),
          () -> super.edge(ink, x, y, width, height, line));
    }

    @Override
    void words(Ink ink, Font font, String words, double x, double y) {
      keep(pen -> pen.words(ink, font, words, x, y), () -> super.words(ink, font, words, x, y));
    }
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
