package org.tellings.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Logistic models over numbered traits, by steps that shrink with what a trait has seen (AdaGrad),
/// weights drawn towards nought; the mean over the later rounds is kept.
final class Learner {

  /// Weights nearer to nought are left out, in hundredths.
  static final int LEAST_WEIGHT = 6;

  private static final int ROUNDS = 8;
  private static final int SKIPPED = 3;
  private static final float RATE = 0.03f;
  private static final float LASSO = 0.005f;

  private final int least;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  final List<int[]> named = new ArrayList<>();
  private int[] met = new int[1 << 16];
  private float[] weights = {};
  private float[] squares = {};
  private float[] means = {};

  Learner(int least) {
    this.least = least;
  }

  /// The numbers of the first `size` traits, by their keys; what each is made of is kept.
  int[] take(int size, int[] keys, int[] templates, int[] ones, int[] others) {
    var ids = new int[size];
    for (var i = 0; i < size; i++) {
      var id = numbers.get(keys[i]);
      if (id == null) {
        id = numbers.size();
        numbers.put(keys[i], id);
        named.add(new int[] {templates[i], ones[i], others[i]});
        met = id == met.length ? Arrays.copyOf(met, id * 2) : met;
      }
      met[id]++;
      ids[i] = id;
    }
    return ids;
  }

  float[] yesOrNo(List<int[]> rows, List<Boolean> truths) {
    begin();
    for (var round = 0; round < ROUNDS; round++) {
      for (var i : shuffled(rows.size(), round)) {
        var slope = Learned.chance(sum(rows.get(i))) - (truths.get(i) ? 1 : 0);
        step(rows.get(i), (float) slope);
      }
      gather(round);
    }
    return means;
  }

  float[] oneOf(List<int[][]> choices, List<Integer> rights) {
    begin();
    for (var round = 0; round < ROUNDS; round++) {
      for (var i : shuffled(choices.size(), round)) {
        var rows = choices.get(i);
        var scores = new double[rows.length];
        for (var k = 0; k < rows.length; k++) {
          scores[k] = sum(rows[k]);
        }
        Learned.softmax(scores, scores.length);
        for (var k = 0; k < rows.length; k++) {
          var slope = (float) (scores[k] - (k == rights.get(i) ? 1 : 0));
          if (Math.abs(slope) > 1e-3) {
            step(rows[k], slope);
          }
        }
      }
      gather(round);
    }
    return means;
  }

  private void begin() {
    weights = new float[numbers.size()];
    squares = new float[weights.length];
    means = new float[weights.length];
  }

  /// The numbers from 0 in an order that is always the same for a round.
  static int[] shuffled(int size, int round) {
    var order = new int[size];
    var random = new SplittableRandom(round + 1);
    for (var i = 0; i < size; i++) {
      var j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private float sum(int[] row) {
    var sum = 0f;
    for (var id : row) {
      sum += weights[id];
    }
    return sum;
  }

  private void step(int[] row, float slope) {
    for (var id : row) {
      if (met[id] >= least) {
        squares[id] += slope * slope;
        var size = RATE / (float) Math.sqrt(squares[id] + 1e-6);
        var moved = weights[id] - size * slope;
        var shrunk = Math.max(0, Math.abs(moved) - size * LASSO);
        weights[id] = moved < 0 ? -shrunk : shrunk;
      }
    }
  }

  private void gather(int round) {
    if (round >= SKIPPED) {
      for (var id = 0; id < means.length; id++) {
        means[id] += weights[id] / (ROUNDS - SKIPPED);
      }
    }
  }
}
