// Hostile text made harmless for each place where it is shown. HTML needs nothing here: the page inserts text as text;
// only the JSON that is inlined in it must not end its script element.
#ifndef GARTER_REPORTS_ESCAPE_H_
#define GARTER_REPORTS_ESCAPE_H_

#include <string>
#include <string_view>

namespace garter {

// Control characters (but the line feed), bidirectional and invisible marks and bytes that are no UTF-8 become escapes:
// \x1b, \u202e, \xff. The result is valid UTF-8.
std::string EscapeForTerminal(std::string_view bytes);

// Drops what XML 1.0 forbids; invalid bytes become U+FFFD. Quoting is the XML writer's.
std::string DropForXml(std::string_view bytes);

// For JSON text inside <script>: escapes <, U+2028 and U+2029.
std::string EscapeForScript(std::string_view json);

}  // namespace garter

#endif  // GARTER_REPORTS_ESCAPE_H_
