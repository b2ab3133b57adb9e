package rectify.ledger;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.paper.Table;
import rectify.paper.Table.Column;
import rectify.paper.Table.Imprint;
import rectify.paper.Tables;

/** The page of an anchor: printed, signed and kept where no administrator of the system comes. */
@Component
class AnchorSheet {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Tables tables;
  private final People people;

  AnchorSheet(Tables tables, People people) {
    this.tables = tables;
    this.people = people;
  }

  byte[] pdf(Anchor anchor) {
    return tables.pdf(table(anchor), imprint(anchor));
  }

  static String fileName(Anchor anchor) {
    return "案件存证锚定页" + anchor.day() + ".pdf";
  }

  private Table table(Anchor anchor) {
    return new Table(
        "案件存证锚定页",
        "全市全部案件",
        "锚定时间 " + anchor.drawnAt().format(SECOND),
        "件、条",
        List.of(new Column(null, "项目"), new Column(null, "内容")),
        1,
        false,
        List.of(
            List.of("锚定日", anchor.day().toString()),
            List.of("案件总数", String.valueOf(anchor.allChains())),
            List.of("记录总数", String.valueOf(anchor.allEvents())),
            List.of("本次变动的案件", String.valueOf(anchor.chains())),
            List.of("变动案件的树根", grouped(anchor.root())),
            List.of("前一次封印", grouped(anchor.previous())),
            List.of("算法和密钥编号", anchor.algorithm() + "，" + anchor.keyId()),
            List.of("封印", grouped(anchor.seal()))),
        List.of(
            "本页应打印后签字，由档案管理人员在本系统之外保管；与电子件一并移交的，电子件存放在系统管理员不能改写之处。",
            "核验：下载案件的存证文件，执行 java Verifier.java 存证文件 --anchor 封印，结果应与本页一致。",
            "本页只含校验值，不含案件内容，可以公开。"));
  }

  private Imprint imprint(Anchor anchor) {
    return new Imprint(
        "锚定" + anchor.day(),
        List.of(),
        List.of("打印人：", "签字日期：", "存放处："),
        people.groupName(GroupIds.office(GroupIds.CITY)));
  }

  /** As a person can read it aloud. */
  static String grouped(String hash) {
    return hash.replaceAll("(.{8})(?!$)", "$1 ");
  }
}
