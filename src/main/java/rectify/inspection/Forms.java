package rectify.inspection;

import org.springframework.stereotype.Component;
import rectify.document.DocumentForm;
import rectify.document.DocumentForms;
import rectify.enterprise.Enterprise;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;

/** How the authorities of visits word their documents, and what may be done against them. */
@Component
class Forms {

  /** Signs of a place in a number. */
  private static final int MOST = 10;

  private final DocumentForms forms;
  private final Jurisdictions jurisdictions;

  Forms(DocumentForms forms, Jurisdictions jurisdictions) {
    this.forms = forms;
    this.jurisdictions = jurisdictions;
  }

  DocumentForm of(DocumentKind kind, String group, Enterprise enterprise) {
    return forms.of(kind, group, enterprise == null ? null : enterprise.subcategoryCode());
  }

  boolean mayOrder(String group) {
    return forms.mayOrder(group);
  }

  /**
   * What a document's number begins with: the place, and of any but the emergency department whose
   * it is, so that each numbers its own without a gap.
   */
  String place(String county, String group) {
    String place = jurisdictions.shortName(county);
    if (group.endsWith("emergency")) {
      return place;
    }
    String whose = place + jurisdictions.mark(group);
    return whose.length() <= MOST ? whose : whose.substring(0, MOST);
  }

  /** How to contest it (行政复议法, 行政诉讼法), or, of what is no decision, how to answer. */
  Sheet.Writer remedies(Sheet.Writer sheet, DocumentForm form, String county, String what) {
    if (form.review() == DocumentForm.Review.NONE) {
      return sheet.text("对%s有异议的，可以向本单位陈述、申辩，也可以向负有安全生产监督管理职责的部门反映。".formatted(what));
    }
    return sheet.text(
        "如不服%s，可以自收到本文书之日起六十日内向%s申请行政复议，或者六个月内依法向%s提起行政诉讼，但%s不停止执行，法律另有规定的除外。"
            .formatted(
                what,
                form.review() == DocumentForm.Review.SUPERIOR ? "本机关的上一级主管部门" : government(county),
                forms.court(county),
                what));
  }

  /** A zone has no people's government of its own. */
  private String government(String areaCode) {
    boolean own =
        jurisdictions.findCounty(areaCode).map(County::zone).map(zone -> !zone).orElse(false);
    return jurisdictions.placeName(own ? areaCode : Jurisdictions.CITY) + "人民政府";
  }
}
