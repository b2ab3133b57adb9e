package rectify.enterprise;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;
import rectify.spreadsheet.Spreadsheet;

/** Enterprises as a spreadsheet that the import reads back. */
@Component
class EnterpriseExport {

  private static final List<EnterpriseColumn> COLUMNS = List.of(EnterpriseColumn.values());

  private final Jurisdictions jurisdictions;

  EnterpriseExport(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  Spreadsheet of(String title, Stream<Enterprise> enterprises) {
    return new Spreadsheet(
        title, COLUMNS.stream().map(EnterpriseColumn::header).toList(), enterprises.map(this::row));
  }

  private List<String> row(Enterprise enterprise) {
    return COLUMNS.stream().map(column -> column.cell(enterprise, jurisdictions)).toList();
  }
}
