package rectify.selfcheck;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answers given so far, by whomever of the enterprise.
 *
 * @param revision counts the times something was answered
 * @param opened the groups somebody has looked into; only their items can be answered
 */
record Sheet(int revision, List<Answer> answers, List<Opened> opened) {

  static final Sheet EMPTY = new Sheet(0, List.of(), List.of());

  /** Drafts from before groups were kept have none. */
  Sheet {
    answers = List.copyOf(answers);
    opened = opened == null ? List.of() : List.copyOf(opened);
  }

  /**
   * A group of the list that was opened.
   *
   * @param group its place and post
   */
  record Opened(String group, LocalDateTime at, String by) {}

  boolean isOpened(String group) {
    return opened.stream().anyMatch(one -> one.group().equals(group));
  }

  /** The same with these groups opened; itself if they were before. */
  Sheet opening(Collection<String> groups, LocalDateTime at, String by) {
    List<Opened> all = new ArrayList<>(opened);
    groups.stream()
        .distinct()
        .filter(group -> !isOpened(group))
        .forEach(group -> all.add(new Opened(group, at, by)));
    return all.size() == opened.size() ? this : new Sheet(revision, answers, all);
  }

  /**
   * What became of some answers.
   *
   * @param contested keys that a colleague has answered otherwise meanwhile: theirs stays
   * @param gone keys that are not on the list any more
   */
  record Written(Sheet sheet, List<String> contested, List<String> gone) {}

  Map<String, Answer> byKey() {
    return answers.stream()
        .collect(
            Collectors.toMap(Answer::key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  /** What was written after a revision. */
  List<Answer> after(int seen) {
    return answers.stream().filter(answer -> answer.revision() > seen).toList();
  }

  /**
   * Writes answers. Of two people who answer the same item at once the second is shown what the
   * first said; their answers to other items stand side by side.
   *
   * @param seen the revision the writer had before them
   * @param listed the keys of the list
   */
  Written with(List<Given> given, int seen, Set<String> listed, LocalDateTime at, String by) {
    Map<String, Answer> now = byKey();
    List<String> contested = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    boolean changed = false;
    for (Given one : given) {
      Answer before = now.get(one.key());
      if (!listed.contains(one.key())) {
        gone.add(one.key());
      } else if (before == null ? one.verdict() != null : !before.says(one)) {
        if (before != null && before.revision() > seen && !before.by().equals(by)) {
          contested.add(one.key());
        } else {
          now.put(one.key(), answer(one, at, by));
          changed = true;
        }
      }
    }
    return new Written(
        changed ? new Sheet(revision + 1, List.copyOf(now.values()), opened) : this,
        contested,
        gone);
  }

  /** An answer taken back stays as one without a verdict, so that other screens hear of it. */
  private Answer answer(Given given, LocalDateTime at, String by) {
    return new Answer(
        given.key(),
        given.verdict(),
        given.text(),
        given.location(),
        given.photos(),
        revision + 1,
        at,
        by);
  }
}
