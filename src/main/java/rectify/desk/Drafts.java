package rectify.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.form.TaskDrafts;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.task.OpenTasks;

/**
 * What people have begun to write into forms, kept here and not in the browser: it follows the
 * person to another computer, and on a shared one the next person finds nothing of it.
 */
@Service
class Drafts implements TaskDrafts {

  private static final int LONGEST = 16_000;

  /** A draft of a task that went away by itself is nobody's after so many days. */
  private static final int DAYS_KEPT = 90;

  /** Stands before a process's name where a task's id would stand. */
  private static final String START = "start:";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DraftMapper mapper;
  private final OpenTasks tasks;
  private final People people;
  private final Clock clock;

  Drafts(DraftMapper mapper, OpenTasks tasks, People people, Clock clock) {
    this.mapper = mapper;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Keeps what the current person has written so far.
   *
   * @throws Refusal if the task is not theirs to read, or somebody has finished it
   */
  @Transactional
  public LocalDateTime save(String taskId, Map<String, Object> written) {
    tasks.get(taskId);
    return keep(taskId, written);
  }

  /**
   * Keeps what the current person has written so far into the start form of a process.
   *
   * @param process its name
   */
  @Transactional
  public LocalDateTime saveStart(String process, Map<String, Object> written) {
    if (!tasks.knowsProcess(process)) {
      throw Refusal.notFound("没有名为“" + process + "”的流程，未能保存草稿，请刷新后重试。");
    }
    return keep(START + process, written);
  }

  private LocalDateTime keep(String taskId, Map<String, Object> written) {
    Map<String, Object> simple = new LinkedHashMap<>();
    written.forEach(
        (field, value) -> {
          if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            simple.put(field, value);
          }
        });
    String content = json(simple);
    if (content.length() > LONGEST) {
      throw new Refusal("填写的内容过长，未能保存草稿，请缩短后重试。");
    }
    LocalDateTime now = LocalDateTime.now(clock).withNano(0);
    Draft draft = new Draft(people.current().id(), taskId, content, now);
    if (mapper.update(draft) == 0) {
      // another window may have begun it meanwhile
      mapper.save(draft);
      mapper.deleteOlder(draft.person(), now.minusDays(DAYS_KEPT));
    }
    return now;
  }

  /** What the current person has written so far into a start form; empty if nothing. */
  @Transactional(readOnly = true)
  public Map<String, Object> ofStart(String process) {
    return of(START + process, people.current().id());
  }

  /** When the current person last saved a draft of a task; null if they have none. */
  LocalDateTime savedAt(String taskId) {
    Draft draft = mapper.find(people.current().id(), taskId);
    return draft == null ? null : draft.savedAt();
  }

  @Override
  public Map<String, Object> of(String taskId, String person) {
    Draft draft = mapper.find(person, taskId);
    if (draft == null) {
      return Map.of();
    }
    try {
      return JSON.readValue(draft.content(), new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void forget(String taskId) {
    mapper.deleteOfTask(taskId);
  }

  @Override
  public void forgetStart(String process, String person) {
    mapper.delete(person, START + process);
  }

  private static String json(Map<String, Object> written) {
    try {
      return JSON.writeValueAsString(written);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
