package rectify.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Broken;
import rectify.chain.Chain;
import rectify.chain.ChainCheck;
import rectify.chain.Chains;
import rectify.chain.Head;
import rectify.chain.Leaf;
import rectify.chain.SealedChain;
import rectify.chain.Verdict;
import rectify.seal.Seals;

/**
 * Verifies the chains: every night all that changed since the last time, and a part of all others
 * in turn, so that what nobody touches any more is looked at, too.
 */
@Service
public class EventAudit {

  private static final Logger LOG = LoggerFactory.getLogger(EventAudit.class);
  private static final int AT_ONCE = 500;
  private static final int AT_START = 2000;

  private final Chains chains;
  private final ChainCheck check;
  private final AnchorAudit anchorAudit;
  private final PaperAudit paperAudit;
  private final ChainFindings findings;
  private final LedgerMapper mapper;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int aNight;

  EventAudit(
      Chains chains,
      Seals seals,
      AnchorAudit anchorAudit,
      PaperAudit paperAudit,
      ChainFindings findings,
      LedgerMapper mapper,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${rectify.ledger.nightly-cases:20000}") int aNight) {
    this.chains = chains;
    this.check = new ChainCheck(seals);
    this.anchorAudit = anchorAudit;
    this.paperAudit = paperAudit;
    this.findings = findings;
    this.mapper = mapper;
    this.transaction = transaction;
    this.clock = clock;
    this.aNight = aNight;
  }

  /** What a run looked at. */
  private static final class Tally {
    private int chains;
    private long events;
    private int papers;
  }

  /** All that changed, and the next part of the others. */
  void night() {
    AuditRun last = mapper.lastRun();
    LocalDateTime began = now();
    Tally tally = new Tally();
    if (last != null) {
      each(chains.changedSince(last.beganAt().minusDays(1)), tally);
    }
    long round = round(last == null ? 0 : last.roundAt(), aNight, tally);
    anchorAudit.run(false);
    tally.papers = paperAudit.next(aNight);
    finish(began, tally, round);
  }

  /** Everything; what is open afterwards. */
  List<ChainFinding> everything() {
    LocalDateTime began = now();
    Tally tally = new Tally();
    long at = 0;
    do {
      at = round(at, Integer.MAX_VALUE, tally);
    } while (at != 0);
    anchorAudit.run(true);
    tally.papers = paperAudit.all();
    finish(began, tally, 0);
    return findings.open(Integer.MAX_VALUE);
  }

  /** Looks at what is newest at every start; a broken chain is said loudly, and work goes on. */
  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    try {
      AuditRun last = mapper.lastRun();
      List<Long> changed =
          chains.changedSince(last == null ? now().minusDays(1) : last.beganAt().minusDays(1));
      each(changed.subList(Math.max(0, changed.size() - AT_START), changed.size()), new Tally());
      anchorAudit.run(false);
      long open = findings.count();
      if (open > 0) {
        LOG.error(
            "案件存证有{}处异常，请核查：{}",
            open,
            findings.open(10).stream().map(ChainFinding::sentence).toList());
      } else {
        LOG.info("Event audit: {} chains changed lately, all of them hold", changed.size());
      }
    } catch (RuntimeException e) {
      LOG.error("The chains could not be verified at the start; the nightly audit tries again", e);
    }
  }

  private void finish(LocalDateTime began, Tally tally, long round) {
    transaction.executeWithoutResult(
        status ->
            mapper.insertRun(
                new AuditRun(0, began, now(), tally.chains, tally.events, tally.papers, round)));
    LOG.info(
        "Event audit: {} chains with {} events and {} papers verified, {} findings open",
        tally.chains,
        tally.events,
        tally.papers,
        findings.count());
  }

  private void each(List<Long> ids, Tally tally) {
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      verify(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)), tally);
    }
  }

  /** Goes on with the round of all cases; where it stopped, 0 at its end. */
  private long round(long from, int most, Tally tally) {
    long at = from;
    for (int done = 0; done < most; ) {
      List<Head> heads = chains.headsAfter(at, Math.min(AT_ONCE, most - done));
      if (heads.isEmpty()) {
        gone(at, Long.MAX_VALUE, Set.of());
        return 0;
      }
      List<Long> ids = heads.stream().map(Head::caseId).toList();
      long to = ids.get(ids.size() - 1);
      gone(at, to, new HashSet<>(ids));
      verify(ids, tally);
      at = to;
      done += ids.size();
    }
    return at;
  }

  /** Cases that an anchor knows and nobody else does any more. */
  private void gone(long after, long to, Set<Long> there) {
    List<Long> gone =
        mapper.anchoredCases(after, to).stream().filter(id -> !there.contains(id)).toList();
    for (long id : gone) {
      transaction.executeWithoutResult(
          status ->
              findings.found(
                  id,
                  subject(id),
                  "第" + id + "号案件",
                  null,
                  new Broken(Verdict.ANCHOR_MISMATCH, 1, "锚定过的案件已不存在")));
    }
  }

  private void verify(List<Long> ids, Tally tally) {
    List<Chain> found = chains.chains(ids);
    if (found.isEmpty()) {
      return;
    }
    Map<Long, SealedChain> old = sealed(ids);
    Map<Long, List<Leaf>> leaves = mapper.leavesOf(ids).stream().collect(groupingBy(Leaf::caseId));
    List<String> holding = new ArrayList<>();
    List<Head> checked = new ArrayList<>();
    for (Chain chain : found) {
      Optional<Broken> broken =
          check.of(chain, old.get(chain.caseId()), leaves.getOrDefault(chain.caseId(), List.of()));
      if (broken.isEmpty()) {
        holding.add(subject(chain.caseId()));
        checked.add(chain.asHead());
      } else {
        again(chain.caseId());
      }
      tally.chains++;
      tally.events += chain.links().size();
    }
    if (!checked.isEmpty()) {
      transaction.executeWithoutResult(
          status -> {
            mapper.saveChecks(now(), checked);
            findings.hold(holding);
          });
    }
  }

  /**
   * What looked broken may have been written while it was read: looked at again, standing still.
   */
  private void again(long caseId) {
    transaction.executeWithoutResult(
        status -> {
          Chain chain = chains.locked(caseId);
          if (chain == null) {
            return;
          }
          List<Long> id = List.of(caseId);
          check
              .of(chain, sealed(id).get(caseId), mapper.leavesOf(id))
              .ifPresentOrElse(
                  broken ->
                      findings.found(
                          caseId, subject(caseId), chain.caseNumber(), chain.countyCode(), broken),
                  () -> findings.hold(List.of(subject(caseId))));
          mapper.saveChecks(now(), List.of(chain.asHead()));
        });
  }

  /** What a chain is held to have been now: for its proof. */
  Optional<Broken> now(Chain chain) {
    List<Long> id = List.of(chain.caseId());
    return check.of(chain, sealed(id).get(chain.caseId()), mapper.leavesOf(id));
  }

  private Map<Long, SealedChain> sealed(List<Long> ids) {
    return mapper.sealedChains(ids).stream()
        .collect(toMap(SealedChain::caseId, Function.identity()));
  }

  private static String subject(long caseId) {
    return "case/" + caseId;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
