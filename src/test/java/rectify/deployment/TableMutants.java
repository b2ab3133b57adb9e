package rectify.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every cell, column, row and attribute of the product's decision tables, broken in many ways. */
final class TableMutants {

  private TableMutants() {}

  static List<Mutant> all() {
    List<Mutant> mutants = new ArrayList<>();
    Gate.BUNDLE.keySet().stream()
        .filter(file -> file.endsWith(".dmn"))
        .forEach(file -> mutants.addAll(of(file, Gate.text(file))));
    return mutants;
  }

  private static List<Mutant> of(String file, String text) {
    List<Mutant> mutants = new ArrayList<>();
    mutants.addAll(Mutant.each(file, text, "<text>(.*?)</text>", cells()));
    mutants.addAll(
        Mutant.each(
            file,
            text,
            "typeRef=\"(\\w+)\"",
            Mutant.instead("string", "integer", "double", "boolean", "date", "money", "")));
    mutants.addAll(
        Mutant.each(
            file, text, "<output [^>]*name=\"(\\w+)\"", Mutant.instead("other", "", "结果", "a.b")));
    mutants.addAll(
        Mutant.each(
            file,
            text,
            "hitPolicy=\"(\\w+)\"",
            Mutant.instead(
                "FIRST",
                "UNIQUE",
                "ANY",
                "COLLECT",
                "RULE ORDER",
                "OUTPUT ORDER",
                "PRIORITY",
                "SOME",
                "COLLECT\" aggregation=\"SUM")));
    mutants.addAll(
        Mutant.each(
            file,
            text,
            "historyTimeToLive=\"(\\w+)\"",
            Mutant.instead("", "P1D", "P5Y", "5", "long", "-P1D", "P0D", "P999999999999D")));
    mutants.addAll(
        Mutant.each(
            file,
            text,
            "(?:rule|input|output|decision|inputEntry|outputEntry) id=\"([^\"]+)\"",
            Mutant.instead("", "Rule 1", "x")));
    mutants.addAll(
        Mutant.each(
            file,
            text,
            "xmlns=\"([^\"]+)\"",
            Mutant.instead(
                "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/",
                "x")));
    Map<String, Function<String, String>> blocks = new LinkedHashMap<>();
    blocks.put("without", good -> "");
    blocks.put("twice", good -> good + good);
    for (String block : new String[] {"rule", "input", "inputEntry", "outputEntry", "text"}) {
      mutants.addAll(
          Mutant.each(file, text, "(?s)<" + block + "(?: [^>]*)?>.*?</" + block + ">", blocks));
    }
    mutants.addAll(Mutant.each(file, text, "<output [^>]*/>", blocks));
    mutants.addAll(
        Mutant.each(
            file,
            text,
            "<(?:inputEntry|outputEntry|inputExpression)( )id",
            Mutant.instead(
                " expressionLanguage=\"juel\" ",
                " expressionLanguage=\"javascript\" ",
                " expressionLanguage=\"feel-scala\" ")));
    return mutants;
  }

  private static Map<String, Function<String, String>> cells() {
    Map<String, Function<String, String>> ways = new LinkedHashMap<>();
    ways.put("Chinese quotes", good -> good.replaceFirst("\"", "“").replaceFirst("\"", "”"));
    ways.put("an open quote", good -> good.replaceFirst("\"", ""));
    ways.put("no quotes", good -> good.replace("\"", ""));
    ways.put("a unit", good -> good + "天");
    ways.put("a method", good -> good + ".toString()");
    ways.put("a comment", good -> good + " // " + good);
    ways.put("an XML comment", good -> good + "<!-- -->1");
    ways.put("a section", good -> "<![CDATA[" + good + "]]>");
    ways.put("a list", good -> "[" + good + "]");
    ways.put("a broken bracket", good -> "(" + good);
    ways.put("an extra part", good -> good + ", " + good);
    ways.putAll(
        Mutant.instead(
            "",
            "-",
            "null",
            "true",
            "0",
            "-3",
            "6000",
            "7.5",
            "１５",
            "\"nobody\"",
            "\"\"",
            "level",
            "unknown",
            "today()",
            "count([1, 2, 3])",
            "1 / 0",
            "execution.processEngineServices",
            "for i in 1..3 return i",
            "{a: 1}",
            "function(x) x",
            "date(\"2026-01-01\")",
            "if level = \"major\" then 5"));
    return ways;
  }
}
