package rectify.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.People;
import rectify.task.OpenTasks;

@RestController
@RequestMapping("/api/notifications")
@Tag(name = "通知")
class NotificationController {

  private final Notifications notifications;
  private final Wording wording;
  private final OpenTasks openTasks;
  private final People people;

  NotificationController(
      Notifications notifications, Wording wording, OpenTasks openTasks, People people) {
    this.notifications = notifications;
    this.wording = wording;
    this.openTasks = openTasks;
    this.people = people;
  }

  record Inbox(int unread, List<Item> items) {}

  /**
   * A notice.
   *
   * @param taskId the task to open; null if there is none to do any more
   * @param path where it leads, below the product's address
   */
  record Item(
      long id,
      NoticeKind kind,
      String kindName,
      String text,
      String taskId,
      String path,
      LocalDateTime dueAt,
      LocalDateTime createdAt,
      boolean read) {}

  /**
   * What was read.
   *
   * @param ids may be null
   * @param upTo everything up to this one; may be null
   */
  record Reading(@Size(max = 500) List<Long> ids, Long upTo) {}

  @GetMapping
  @Operation(summary = "我的通知，新的在前，每次最多50条")
  Inbox mine(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) Long before) {
    String me = people.current().id();
    List<InboxItem> told = notifications.inbox(me, unread, before);
    Set<String> open =
        openTasks.stillOpen(
            told.stream().map(InboxItem::taskId).filter(Objects::nonNull).distinct().toList());
    return new Inbox(
        notifications.unread(me), told.stream().map(item -> item(item, open)).toList());
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "标记为已读")
  void read(@Valid @RequestBody Reading reading) {
    String me = people.current().id();
    if (reading.ids() != null) {
      notifications.read(me, reading.ids());
    }
    if (reading.upTo() != null) {
      notifications.readAll(me, reading.upTo());
    }
  }

  @GetMapping("/preferences")
  @Operation(summary = "我的通知方式")
  Preference preferences() {
    return notifications.preference(people.current().id());
  }

  @PutMapping("/preferences")
  @Operation(summary = "设置我的通知方式")
  Preference prefer(@RequestBody Preference wish) {
    return notifications.prefer(people.current().id(), wish);
  }

  /** A task that is done, or a colleague's of another unit, leads to its case. */
  private Item item(InboxItem item, Set<String> open) {
    String taskId = item.taskId() != null && open.contains(item.taskId()) ? item.taskId() : null;
    return new Item(
        item.id(),
        item.kind(),
        item.kind().chinese(),
        wording.line(item.kind(), item.title(), item.detail(), item.dueAt(), item.onBehalfOf()),
        taskId,
        wording.path(taskId, item.caseId()),
        item.dueAt(),
        item.createdAt(),
        item.readAt() != null);
  }
}
