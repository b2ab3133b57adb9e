package rectify.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * Full history, without what nobody reads: a row for each value a variable ever had and each field
 * ever submitted (the case's own events tell who said what and when, in its largest table's stead),
 * and one for each timer set and dropped. Timers that fired or failed are kept.
 */
class CaseHistory extends HistoryLevelFull {

  private static final Set<HistoryEventTypes> UNREAD =
      EnumSet.of(
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_DELETE);

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return !UNREAD.contains(type);
  }
}
