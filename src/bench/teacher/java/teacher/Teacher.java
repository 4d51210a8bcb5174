package teacher;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the names that a trained recogniser sees in each `.txt` of a folder: a line a name with
/// first and last offset (UTF-16, end excluded) and the recogniser's kind, into `NAME.spans`.
///
/// The labels are for training only: no text and no list of names goes from here into the program.
public final class Teacher {

  private static final String CONFIG =
      """
      <configuration>
        <tsv><column index="1" field="form"/></tsv>
        <lexica>
          <ambiguity_classes field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
          <word_clusters field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
          <word_embeddings field="word_form_undigitalized">edu/emory/mathcs/nlp/lexica/en-word-embeddings-undigitalized.xz</word_embeddings>
          <named_entity_gazetteers field="word_form_simplified">edu/emory/mathcs/nlp/lexica/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
        </lexica>
        <models>
          <pos>edu/emory/mathcs/nlp/models/en-pos.xz</pos>
          <ner>edu/emory/mathcs/nlp/models/en-ner.xz</ner>
        </models>
      </configuration>
      """;

  private Teacher() {}

  /// `args`: the folder of texts, the folder for the labels.
  public static void main(String[] args) throws IOException {
    var decoder = new NLPDecoder(new ByteArrayInputStream(CONFIG.getBytes(StandardCharsets.UTF_8)));
    var out = Files.createDirectories(Path.of(args[1]));
    List<Path> files;
    try (var list = Files.list(Path.of(args[0]))) {
      files = list.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    for (var file : files) {
      var name = file.getFileName().toString().replaceFirst("\\.txt$", ".spans");
      Files.write(out.resolve(name), spans(decoder, Files.readString(file)));
    }
  }

  private static List<String> spans(NLPDecoder decoder, String text) throws IOException {
    List<String> spans = new ArrayList<>();
    var from = 0;
    for (var line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        for (var sentence : decoder.decodeDocument(line)) {
          add(spans, sentence, text, from);
        }
      }
      from += line.length() + 1;
    }
    return spans;
  }

  private static void add(List<String> spans, NLPNode[] nodes, String text, int from) {
    for (var i = 1; i < nodes.length; i++) {
      var tag = nodes[i].getNamedEntityTag();
      if (!tag.startsWith("B-") && !tag.startsWith("U-")) {
        continue;
      }
      var last = i;
      if (tag.startsWith("B-")) {
        while (last + 1 < nodes.length
            && !nodes[last].getNamedEntityTag().startsWith("L-")
            && nodes[last + 1].getNamedEntityTag().matches("[IL]-.*")) {
          last++;
        }
      }
      var start = from + nodes[i].getStartOffset();
      var end = from + nodes[last].getEndOffset();
      if (end <= text.length() && text.startsWith(nodes[i].getWordForm(), start)) {
        spans.add(start + " " + end + " " + tag.substring(2));
      }
      i = last;
    }
  }
}
