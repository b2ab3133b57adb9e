package rectify.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
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

@RestController
@RequestMapping("/api/notifications")
@Tag(name = "通知")
class NotificationController {

  private final Notifications notifications;
  private final Wording wording;
  private final People people;

  NotificationController(Notifications notifications, Wording wording, People people) {
    this.notifications = notifications;
    this.wording = wording;
    this.people = people;
  }

  record Inbox(int unread, List<Item> items) {}

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
    return new Inbox(
        notifications.unread(me),
        notifications.inbox(me, unread, before).stream().map(this::item).toList());
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

  private Item item(InboxItem item) {
    return new Item(
        item.id(),
        item.kind(),
        item.kind().chinese(),
        wording.line(item.kind(), item.title(), item.detail(), item.dueAt(), item.onBehalfOf()),
        item.taskId(),
        wording.path(item.taskId()),
        item.dueAt(),
        item.createdAt(),
        item.readAt() != null);
  }
}
