package rectify.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.notification.NotificationMapper.ChannelState;
import rectify.notification.NotificationMapper.Trouble;
import rectify.refusal.Refusal;

@RestController
@RequestMapping("/api/notifications/deliveries")
@Tag(name = "通知")
class DeliveryController {

  private static final int MOST = 100;

  private final NotificationMapper mapper;
  private final List<Channel> channels;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeliveryController(
      NotificationMapper mapper,
      List<Channel> channels,
      People people,
      TransactionTemplate transaction,
      Clock clock) {
    this.mapper = mapper;
    this.channels = channels;
    this.people = people;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * How delivery is doing.
   *
   * @param inOutbox notices not yet addressed to persons; more than a few mean that the job stands
   */
  record Overview(int inOutbox, List<ChannelView> channels, List<Trouble> troubles) {}

  record ChannelView(
      String channel,
      String name,
      boolean connected,
      int waiting,
      int failing,
      int parked,
      int sent,
      LocalDateTime oldest,
      String lastError) {}

  record Retried(int retried) {}

  @GetMapping
  @Operation(summary = "通知发送情况：等待、失败、搁置的数量和最近的错误")
  Overview overview() {
    Set<String> counties = counties();
    List<ChannelState> states = mapper.states(counties);
    List<Trouble> troubles = mapper.troubles(counties, MOST);
    return new Overview(
        mapper.waitingToSpread(counties),
        channels.stream().map(channel -> view(channel, states, troubles)).toList(),
        troubles);
  }

  @PostMapping("/retry")
  @Operation(summary = "重新发送搁置的通知")
  Retried retry() {
    Set<String> counties = counties();
    Integer retried =
        transaction.execute(status -> mapper.retry(counties, LocalDateTime.now(clock)));
    return new Retried(retried == null ? 0 : retried);
  }

  private static ChannelView view(
      Channel channel, List<ChannelState> states, List<Trouble> troubles) {
    ChannelState state =
        states.stream()
            .filter(s -> s.channel().equals(channel.name()))
            .findFirst()
            .orElse(new ChannelState(channel.name(), 0, 0, 0, 0, null));
    String lastError =
        troubles.stream()
            .filter(trouble -> trouble.channel().equals(channel.name()))
            .map(Trouble::lastError)
            .findFirst()
            .orElse(null);
    return new ChannelView(
        channel.name(),
        channel.chinese(),
        channel.isConnected(),
        state.waiting(),
        state.failing(),
        state.parked(),
        state.sent(),
        state.oldest(),
        lastError);
  }

  /** Whose notices the current person may look at; null for all. */
  private Set<String> counties() {
    Standing standing = people.current().standing();
    if (standing.administrator() || standing.manages(GroupIds.CITY)) {
      return null;
    }
    if (!standing.manager()) {
      throw Refusal.forbidden("通知发送情况由系统管理员和领导、调度人员查看，如有需要请联系管理员。");
    }
    return standing.counties();
  }
}
