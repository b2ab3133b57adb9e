package rectify.door;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PresenceMapper {

  /**
   * One thing about a person.
   *
   * @param what {@code user}, {@code group}, {@code tenant} or {@code application}
   * @param secret the hashed password of a {@code user}
   * @param name of a {@code user}, family name first
   * @param permissions bits of the engine, of an {@code application}
   */
  record Line(String what, String entry, String secret, String name, int permissions) {}

  /** All that an account has; nothing if there is none. */
  List<Line> read(String userId);
}
