package rectify.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Prints placards on A4, each from a page of its own. */
@Component
public class Placards {

  private final Printer printer;

  public Placards(Printer printer) {
    this.printer = printer;
  }

  public byte[] pdf(String title, List<Placard> placards) {
    return printer.pdf(title, placards);
  }

  /** Answers a download in PDF, shown in the browser. */
  public void download(String title, List<Placard> placards, HttpServletResponse response)
      throws IOException {
    byte[] pdf = pdf(title, placards);
    Tables.answer(
        response, MediaType.APPLICATION_PDF_VALUE, ContentDisposition.inline(), title + ".pdf");
    response.getOutputStream().write(pdf);
  }
}
