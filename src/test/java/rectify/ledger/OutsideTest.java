package rectify.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rectify.chain.Link;
import rectify.notification.HouseMail;
import rectify.notification.SignedPost;

class OutsideTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 0, 25);
  private static final Anchor ANCHOR =
      new Anchor(
          3,
          LocalDate.of(2026, 3, 2),
          NOW,
          Link.BEFORE_THE_FIRST,
          2,
          "a".repeat(64),
          7,
          40,
          "HMAC-SM3",
          "2026a",
          "b".repeat(64));

  private final HouseMail mail = mock(HouseMail.class);
  private final SignedPost post = mock(SignedPost.class);
  private final AnchorSheet sheet = mock(AnchorSheet.class);
  private final LedgerMapper mapper = mock(LedgerMapper.class);
  private final List<Departure> stored = new ArrayList<>();

  @BeforeEach
  void connect() {
    when(mail.isConnected()).thenReturn(true);
    when(sheet.pdf(ANCHOR)).thenReturn(new byte[] {1});
    when(mapper.departures(anyLong())).thenAnswer(asked -> List.copyOf(stored));
    doAnswer(
            saved -> {
              Departure departure = saved.getArgument(0);
              stored.removeIf(one -> one.way().equals(departure.way()));
              return stored.add(departure);
            })
        .when(mapper)
        .saveDeparture(any());
  }

  @Test
  void an_anchor_leaves_by_every_way_once() throws Exception {
    Outside outside = outside("a@example.org, b@example.org", "https://city.example/anchor");

    outside.send(ANCHOR);
    outside.send(ANCHOR);

    verify(mail, times(1))
        .send(
            eq(new String[] {"a@example.org", "b@example.org"}),
            contains("2026-03-02"),
            contains(ANCHOR.seal()),
            anyString(),
            any());
    verify(post, times(1))
        .send(
            eq("https://city.example/anchor"),
            eq("geheim"),
            eq("anchor/2026-03-02"),
            contains(ANCHOR.root()));
    assertThat(stored).extracting(Departure::leftAt).containsExactly(NOW, NOW);
  }

  @Test
  void what_is_not_taken_is_said_and_sent_again() throws Exception {
    Outside outside = outside("", "https://city.example/anchor");
    doThrow(new IOException("the gateway answered 503"))
        .when(post)
        .send(any(), any(), any(), any());

    outside.send(ANCHOR);
    assertThat(stored)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.leftAt()).isNull();
              assertThat(one.lastError()).contains("503");
            });

    doNothing().when(post).send(any(), any(), any(), any());
    outside.send(ANCHOR);
    assertThat(stored).singleElement().extracting(Departure::leftAt).isEqualTo(NOW);
  }

  @Test
  void where_no_way_is_open_nothing_is_sent() throws Exception {
    outside("", "").send(ANCHOR);

    verify(mail, never()).send(any(), any(), any(), any(), any());
    assertThat(stored).isEmpty();
  }

  @Test
  void a_way_that_cannot_work_stops_the_start() {
    when(mail.isConnected()).thenReturn(false);
    assertThatThrownBy(() -> outside("a@example.org", ""))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> new Outside("", "https://x", " ", mail, post, sheet, mapper, json(), clock()))
        .isInstanceOf(IllegalStateException.class);
  }

  private Outside outside(String addresses, String url) {
    return new Outside(addresses, url, "geheim", mail, post, sheet, mapper, json(), clock());
  }

  private static ObjectMapper json() {
    return new ObjectMapper();
  }

  private static Clock clock() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Instant now = NOW.atZone(zone).toInstant();
    return Clock.fixed(now, zone);
  }
}
