package rectify.form;

import java.util.Map;

/** Keeps what people have begun to write into the forms of tasks. */
public interface TaskDrafts {

  /** What a person has written so far, by field; empty if nothing. */
  Map<String, Object> of(String taskId, String person);

  /** Deletes everybody's draft of a task that is being completed. */
  void forget(String taskId);

  /** Deletes a person's draft of a start form that they have sent off. */
  void forgetStart(String process, String person);
}
