package rectify.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Chain;
import rectify.chain.Chains;
import rectify.chain.Head;
import rectify.chain.SealedChain;
import rectify.seal.FirstSealing;
import rectify.seal.Keys;
import rectify.seal.Seals;

/**
 * Sees to it, before anybody can write, that the keys are those the ledger was written with. The
 * first start with a key seals the chains there were before as they are found, once and in one
 * transaction with the key's own row, whichever node comes first; after that no chain without a key
 * is ever sealed again.
 */
@Component
class KeyRing implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final int AT_ONCE = 500;

  private final Keys keys;
  private final Seals seals;
  private final Chains chains;
  private final FirstSealing papers;
  private final LedgerMapper mapper;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  KeyRing(
      Keys keys,
      Seals seals,
      Chains chains,
      FirstSealing papers,
      LedgerMapper mapper,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.keys = keys;
    this.seals = seals;
    this.chains = chains;
    this.papers = papers;
    this.mapper = mapper;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      transaction.executeWithoutResult(status -> begin());
    } catch (DuplicateKeyException otherNode) {
      LOG.info("Another node has just sealed the chains there were before keys");
    }
    for (String known : mapper.keyIds()) {
      if (!keys.knows(known)) {
        throw new Keys.KeysUnusable(
            "缺少案件存证密钥“" + known + "”，以前的记录无从核对 (a key the ledger was written with is missing).",
            "请在 RECTIFY_LEDGER_KEYS 里把它写在现用密钥之后。 (List it after the present key.)");
      }
    }
    for (String id : keys.ids()) {
      String known = mapper.keyCheck(id);
      if (known == null) {
        mapper.insertKey(id, keys.checkValue(id), now());
        LOG.info("The ledger knows the key {} from now on", id);
      } else if (!known.equals(keys.checkValue(id))) {
        throw new Keys.KeysUnusable(
            "案件存证密钥“" + id + "”与写下记录时的不同 (the key is not the one the ledger was written with).",
            "请恢复原来的密钥；更换密钥应另取编号写在最前，原密钥保留在后。 (Restore the key; a new key takes a new id and"
                + " stands first, the old one stays after it.)");
      }
    }
    papers.sealWhatWasThere();
  }

  private void begin() {
    if (!mapper.keyIds().isEmpty()) {
      return;
    }
    String current = keys.current();
    // a second node waits here, and then finds the row
    jdbc.update(
        "insert into ledger_key (id, check_value, known_since) values (?, ?, ?)",
        current,
        keys.checkValue(current),
        now());
    long from = 0;
    int sealed = 0;
    List<Head> heads;
    while (!(heads = chains.headsAfter(from, AT_ONCE)).isEmpty()) {
      List<Chain> found = chains.chains(heads.stream().map(Head::caseId).toList());
      jdbc.batchUpdate(
          """
          insert into sealed_chain (hazard_id, events, head, state_hash, algorithm, key_id, seal)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          found.stream().map(this::sealed).map(KeyRing::row).toList());
      sealed += found.size();
      from = heads.get(heads.size() - 1).caseId();
    }
    if (sealed > 0) {
      LOG.info("Sealed {} chains as they were found, from before there was a key", sealed);
    }
  }

  private SealedChain sealed(Chain chain) {
    SealedChain found =
        new SealedChain(
            chain.caseId(),
            chain.events(),
            chain.head(),
            seals.algorithm().digest(Chain.written(chain.facts())),
            seals.algorithm().written(),
            seals.keyId(),
            null);
    return found.sealed(seals.seal(found.text()));
  }

  private static Object[] row(SealedChain sealed) {
    return new Object[] {
      sealed.caseId(),
      sealed.events(),
      sealed.head(),
      sealed.stateHash(),
      sealed.algorithm(),
      sealed.keyId(),
      sealed.seal()
    };
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
