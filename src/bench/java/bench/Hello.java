package bench;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The smallest JavaFX window, measured beside the program's start; says when its first frame was
/// drawn.
public final class Hello extends Application {

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    var scene = new Scene(new StackPane(new Label("Hello")), 1440, 900);
    stage.setScene(scene);
    stage.show();
    scene.addPreLayoutPulseListener(
        new Runnable() {
          private int pulses;

          @Override
          public void run() {
            pulses++;
            if (pulses == 2) {
              scene.removePreLayoutPulseListener(this);
              System.err.println("first frame");
              if (Boolean.getBoolean("hello.end")) {
                Platform.exit();
              }
            } else {
              Platform.requestNextPulse();
            }
          }
        });
    Platform.requestNextPulse();
  }
}
