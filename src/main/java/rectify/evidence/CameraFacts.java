package rectify.evidence;

import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What a camera wrote into a picture (EXIF). It may be wrong, or missing as messengers strip it.
 *
 * @param orientation 1 to 8, how the picture has to be turned; 1 means not at all
 */
record CameraFacts(
    LocalDateTime takenAt, BigDecimal latitude, BigDecimal longitude, int orientation) {

  static final CameraFacts NONE = new CameraFacts(null, null, null, 1);

  private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
  private static final int FIRST_DIGITAL_YEAR = 1990;

  /** Reads them from a JPEG; what cannot be read is left out. */
  static CameraFacts of(Path jpeg) {
    return of(PictureShape.of(jpeg, FileType.JPEG));
  }

  /** Reads the one block a camera writes, never more than 64 KB. */
  static CameraFacts of(PictureShape shape) {
    if (shape.exif() == null) {
      return NONE;
    }
    Metadata metadata = new Metadata();
    try {
      new ExifReader().readJpegSegments(List.of(shape.exif()), metadata, JpegSegmentType.APP1);
    } catch (RuntimeException unreadable) {
      return NONE;
    }
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation place = gps == null ? null : gps.getGeoLocation();
    boolean placed = place != null && !place.isZero();
    return new CameraFacts(
        takenAt(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class)),
        placed ? degrees(place.getLatitude()) : null,
        placed ? degrees(place.getLongitude()) : null,
        orientation(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class)));
  }

  private static LocalDateTime takenAt(Directory exif) {
    String text = exif == null ? null : exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
    try {
      LocalDateTime at = text == null ? null : LocalDateTime.parse(text.strip(), EXIF);
      return at == null || at.getYear() < FIRST_DIGITAL_YEAR ? null : at;
    } catch (DateTimeParseException notSet) {
      return null;
    }
  }

  private static BigDecimal degrees(double value) {
    return Math.abs(value) > 180
        ? null
        : BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
  }

  private static int orientation(Directory exif) {
    Integer value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value == null || value < 1 || value > 8 ? 1 : value;
  }
}
