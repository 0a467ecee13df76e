// Warnings as CPython's `warnings` module prints them: file, line, category, message, then the source line.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/code/compiler.h"

namespace garter {
namespace {

// Finds lines; going forward costs what lies between.
class LineFinder {
 public:
  explicit LineFinder(std::string_view text) : text_(text) {}
  std::string_view Line(uint32_t number);

 private:
  std::string_view text_;
  size_t start_ = 0;
  uint32_t number_ = 1;
};

std::string_view LineFinder::Line(uint32_t number) {
  if (number < number_) start_ = 0, number_ = 1;
  for (; number_ < number; ++number_) {
    size_t newline = text_.find('\n', start_);
    if (newline == std::string_view::npos) return {};
    start_ = newline + 1;
  }
  size_t end = text_.find('\n', start_);
  std::string_view line = text_.substr(start_, end == std::string_view::npos ? end : end - start_);
  auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f'); };
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  return line;
}

class Writer {
 public:
  explicit Writer(Arena& arena) : arena_(arena) {}
  void Add(std::string_view piece) {
    if (piece.empty()) return;
    if (start_ == nullptr) {
      start_ = static_cast<char*>(arena_.Allocate(piece.size()));
      good_ = start_ != nullptr;
    } else {
      good_ = good_ && arena_.Resize(start_, size_, size_ + piece.size());
    }
    if (!good_) return;
    CopyBytes(start_ + size_, piece.data(), piece.size());
    size_ += piece.size();
  }
  void AddNumber(uint32_t number) {
    char digits[10];
    size_t n = 10;
    do {
      digits[--n] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number != 0);
    Add({digits + n, 10 - n});
  }
  bool good() const { return good_; }
  std::string_view view() const { return {start_, size_}; }

 private:
  Arena& arena_;
  char* start_ = nullptr;
  size_t size_ = 0;
  bool good_ = true;
};

}  // namespace

bool FormatWarnings(const Ast& tree, std::string_view filename, Arena& arena, std::string_view* text) {
  Writer writer(arena);
  LineFinder lines(tree.text());
  for (uint32_t i = tree.first_warning(); i != 0;) {
    const auto& warning = *tree.arena().At<SyntaxWarning>(i);
    writer.Add(filename);
    writer.Add(":");
    writer.AddNumber(warning.lineno);
    writer.Add(": SyntaxWarning: ");
    writer.Add(tree.Text(warning.message));
    writer.Add("\n");
    std::string_view line = lines.Line(warning.lineno);
    if (!line.empty()) {
      writer.Add("  ");
      writer.Add(line);
      writer.Add("\n");
    }
    i = warning.next;
  }
  *text = writer.view();
  return writer.good();
}

}  // namespace garter
