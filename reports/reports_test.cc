// One nasty program through every report, and the plain figures of a run.
#include <gtest/gtest.h>

#include "conformance/encoding.h"
#include "conformance/record.h"
#include "conformance/signature.h"
#include "reports/escape.h"
#include "reports/html.h"
#include "reports/junit.h"
#include "reports/records.h"
#include "reports/terminal.h"

namespace garter {
namespace {

// What the program prints: an end of script, a comment's start, terminal codes, NUL, a direction mark, the separators
// that end a line in JavaScript, a lone surrogate as bytes, and a byte that is no text.
std::string Nasty() {
  return std::string("</script><script>alert(1)</script><!-- \x1b[31mred\x1b]0;title\x07 \0 ", 60) +
         "\xE2\x80\xAE reversed \xE2\x80\xA8\xE2\x80\xA9 \xED\xA0\x80 \xff ]]> & \"quoted\"\n";
}

RunRecords NastyRun() {
  static Case test;
  test.id = "nasty/</script>\x1b[2J";
  test.source = "print('" + Nasty() + "')\n";
  test.desc = Nasty().substr(0, 30);
  CaseResult result;
  result.test = &test;
  std::string message = "bad </script> \x1b[31m \xE2\x80\xAE";
  Json observation = {
      {"case", "nasty"},
      {"phase", "run"},
      {"outcome", "exception"},
      {"stdout", BytesToJson(Nasty())},
      {"stderr", ""},
      {"exception",
       {{"type", "ValueError"}, {"message", message}, {"traceback", "Traceback\nValueError: " + message + "\n"}}}};
  result.subject = Observation(observation);
  observation["stdout"] = std::string(200000, '<');
  result.oracle = Observation(observation);
  result.verdict = Judge(test, result.subject, result.oracle);
  RunFacts facts;
  facts.subject = {{"engine", "garter"}, {"version", "0"}};
  facts.oracle = {{"engine", "cpython"}, {"version", "3.14.8"}};
  facts.command = "conform run";
  facts.started = "2026-01-01T00:00:00Z";
  std::string lines = DumpJson(RunRecord(facts)) + "\n" +
                      DumpJson(ControlRecord({"control/x</script>", "CRASH", "AGREE", Nasty(), false}, "before")) +
                      "\n";
  lines += DumpJson(CaseRecord(result, Signature(result.verdict, result.subject, result.oracle),
                               "reports/out/bundles/nasty")) +
           "\n";
  lines += DumpJson(ReasonRecord({1, "1 DIVERGE, first " + test.id})) + "\n";
  return ParseRecords(lines + DumpJson(SummaryRecord({result}, {{"cases", 1}}, 1, 0.5)) + "\n");
}

bool HasRawControl(const std::string& text) {
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 && c != '\n') return true;
  }
  return text.find("\xE2\x80\xAE") != std::string::npos;
}

size_t Count(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(ReportsTest, RecordsKeepEveryByteAndCutLongTexts) {
  RunRecords run = NastyRun();
  ASSERT_EQ(run.cases.size(), 1u);
  EXPECT_EQ(RecordedBytes(run.cases[0]["subject"]["stdout"]), Nasty());
  EXPECT_EQ(RecordedBytes(run.cases[0]["source"]), "print('" + Nasty() + "')\n");
  EXPECT_TRUE(IsCut(run.cases[0]["oracle"]["stdout"]));
  EXPECT_EQ(RecordedBytes(run.cases[0]["oracle"]["stdout"]).size(), kMaxRecordText);
  EXPECT_EQ(run.cases[0]["replay"], "./dev conform replay reports/out/bundles/nasty");
  EXPECT_EQ(run.exit_code(), 1);
}

TEST(ReportsTest, TheTerminalSeesNoControlCharacter) {
  std::string text = TerminalSummary(NastyRun(), false, "page.html");
  EXPECT_FALSE(HasRawControl(text)) << text;
  EXPECT_TRUE(IsUtf8(text));
  EXPECT_NE(text.find("\\x1b[2J"), std::string::npos);
  EXPECT_NE(text.find("exit 1"), std::string::npos);
}

TEST(ReportsTest, XmlHoldsOnlyWhatXmlAllows) {
  std::string xml = JUnitXml(NastyRun());
  EXPECT_TRUE(IsUtf8(xml));
  for (unsigned char c : xml) EXPECT_TRUE(c >= 0x20 || c == '\n' || c == '\t' || c == '\r');
  EXPECT_EQ(Count(xml, "&#0;") + Count(xml, "&#x"), 0u);
  EXPECT_EQ(xml.find("<script>"), std::string::npos);
  EXPECT_EQ(xml.find("]]>"), std::string::npos);
  EXPECT_NE(xml.find("failures=\"1\""), std::string::npos);
}

TEST(ReportsTest, ThePageCannotBeBrokenOutOf) {
  std::string page = HtmlPage(NastyRun());
  EXPECT_TRUE(IsUtf8(page));
  EXPECT_EQ(Count(page, "</script"), 2u) << "the data and the script end once each";
  EXPECT_EQ(Count(page, "<script"), 2u);
  EXPECT_EQ(Count(page, "<!--"), 0u);
  EXPECT_EQ(page.find("\xE2\x80\xA8"), std::string::npos);
  EXPECT_EQ(page.find("\xE2\x80\xA9"), std::string::npos);
  EXPECT_EQ(page.find('\0'), std::string::npos);
  EXPECT_EQ(page.find("\x1b"), std::string::npos);
  EXPECT_EQ(page.find("http"), page.find("http-equiv")) << "nothing is loaded";
}

TEST(ReportsTest, ThePolicyNamesTheHashesOfItsOwnScriptAndStyle) {
  std::string page = HtmlPage(NastyRun());
  auto between = [&](const std::string& from, const std::string& to) {
    size_t start = page.find(from) + from.size();
    return page.substr(start, page.find(to, start) - start);
  };
  auto hash = [](const std::string& text) {
    auto digest = Sha256(text);
    return "sha256-" + Base64Encode({reinterpret_cast<const char*>(digest.data()), digest.size()});
  };
  std::string policy = between("Content-Security-Policy\" content=\"", "\"");
  EXPECT_TRUE(policy.starts_with("default-src 'none';"));
  EXPECT_NE(policy.find(hash(between("<script>", "</script>"))), std::string::npos);
  EXPECT_NE(policy.find(hash(between("<style>", "</style>"))), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
}

TEST(ReportsTest, TheScriptNeverMakesMarkup) {
  std::string page = HtmlPage(NastyRun());
  for (const char* way :
       {"innerHTML =", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"}) {
    EXPECT_EQ(page.find(way), std::string::npos) << way;
  }
}

TEST(EscapeTest, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(EscapeForTerminal("a\nb\x1b[0m\x7f"), "a\nb\\x1b[0m\\x7f");
  EXPECT_EQ(EscapeForTerminal("\xE2\x80\xAE\xE2\x81\xA6\xEF\xBB\xBF"), "\\u202e\\u2066\\ufeff");
  EXPECT_EQ(EscapeForTerminal("\xC2\x9B\xED\xA0\x80\xff"), "\\x9b\\xed\\xa0\\x80\\xff");
  EXPECT_EQ(EscapeForTerminal("caf\xC3\xA9 \xF0\x9F\x98\x80"), "caf\xC3\xA9 \xF0\x9F\x98\x80");
  EXPECT_EQ(EscapeForScript("{\"a\":\"</script>\xE2\x80\xA8\"}"), "{\"a\":\"\\u003c/script>\\u2028\"}");
  EXPECT_EQ(DropForXml(std::string("a\0b\x1b\xEF\xBF\xBE\xff", 8)), "ab\xEF\xBF\xBD");
}

}  // namespace
}  // namespace garter
