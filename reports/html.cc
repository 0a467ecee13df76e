// The content security policy allows nothing but this page's own script and style, by their hashes. So even a mistake in
// the script could not load or run anything that a program printed.
#include "reports/html.h"

#include "conformance/encoding.h"
#include "reports/escape.h"

namespace garter {
namespace {

constexpr char kTemplate[] =
#include "reports/page_template_html.inc"
    ;
constexpr char kStyle[] =
#include "reports/page_page_css.inc"
    ;
constexpr char kScript[] =
#include "reports/page_page_js.inc"
    ;

std::string HashSource(std::string_view text) {
  auto digest = Sha256(text);
  return "'sha256-" + Base64Encode({reinterpret_cast<const char*>(digest.data()), digest.size()}) + "'";
}

void Replace(std::string* page, std::string_view mark, std::string_view text) {
  size_t at = page->find(mark);
  if (at != std::string::npos) page->replace(at, mark.size(), text);
}

Json Data(const RunRecords& run) {
  return {{"run", run.run},
          {"controls", run.controls},
          {"cases", run.cases},
          {"reasons", run.reasons},
          {"summary", run.summary}};
}

}  // namespace

std::string HtmlPage(const RunRecords& run) {
  std::string page = kTemplate;
  Replace(&page, "@CSP@",
          "default-src 'none'; script-src " + HashSource(kScript) + "; style-src " + HashSource(kStyle) +
              "; base-uri 'none'; form-action 'none'");
  Replace(&page, "@STYLE@", kStyle);
  Replace(&page, "@SCRIPT@", kScript);
  // Last, because the data may contain any of the marks above.
  Replace(&page, "@DATA@", EscapeForScript(DumpJson(Data(run))));
  return page;
}

}  // namespace garter
