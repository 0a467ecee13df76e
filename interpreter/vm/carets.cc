// Which lines a traceback shows for a frame, and where the carets go.
//
// An instruction stands for a range of the source. Its lines are shown without their common indentation; the range is
// marked with '^', or, when it is an operation, a subscript or a call, with '~' and the operator or the brackets with
// '^'. Nothing is marked when the range is the whole line and no operation. What the range is, is found out by parsing
// it; a line that is `name = f(...)` or `return f(...)` as a whole gets no marks.
//
// Lines are arrays of code points: columns, widths and white space are all questions about characters.
#include "interpreter/vm/carets.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"
#include "interpreter/syntax/parser.h"

namespace garter {
namespace {

struct Range {
  uint32_t first, last;
};
constexpr Range kWide[] = {
#include "interpreter/vm/wide_characters.inc"
};

bool IsWide(uint32_t c) {
  uint32_t low = 0, high = sizeof(kWide) / sizeof(kWide[0]);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (kWide[middle].last < c)
      low = middle + 1;
    else
      high = middle;
  }
  return low < sizeof(kWide) / sizeof(kWide[0]) && kWide[low].first <= c;
}

struct Line {
  const uint32_t* text = nullptr;
  uint32_t size = 0;

  uint32_t LeadingSpace() const {
    uint32_t n = 0;
    while (n < size && IsSpace(text[n])) ++n;
    return n;
  }
  bool Blank() const { return LeadingSpace() == size; }
  Line From(uint32_t start) const { return start < size ? Line{text + start, size - start} : Line{text, 0}; }
  // Columns of a terminal that the first `count` characters take.
  uint32_t Width(uint32_t count) const {
    uint32_t width = 0;
    for (uint32_t i = 0; i < count && i < size; ++i) width += 1 + IsWide(text[i]);
    // All ASCII: the offset is taken as it is, even beyond the end.
    bool ascii = true;
    for (uint32_t i = 0; i < size; ++i) ascii = ascii && text[i] < 0x80;
    return ascii ? count : width;
  }
  // Characters in the first `bytes` bytes of the line's UTF-8.
  uint32_t CharacterOffset(uint32_t bytes) const {
    uint32_t at = 0, i = 0;
    while (i < size && at < bytes) at += static_cast<uint32_t>(Utf8Length(text[i++]));
    return i;
  }
};

struct Lines {
  Line* at = nullptr;
  uint32_t count = 0;
};

// Where in the segment an operation's operator or brackets are; lines and columns from 0.
struct Anchors {
  bool found = false;
  uint32_t left_line = 0, left_column = 0, right_line = 0, right_column = 0;
};

struct Place {
  uint32_t line, column;
};

bool EndsLine(uint32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

class FrameLines {
 public:
  FrameLines(Arena& arena, std::string_view source, const Location& at, Utf8Sink& sink, CaretObserver observer)
      : arena_(arena), source_(source), at_(at), sink_(sink), observer_(observer) {}

  void Write() {
    if (!Load() || !SplitAll()) return;
    FindRange();
    Anchors anchors;
    if (!MakeSegment()) return;
    anchors = FindAnchors();
    // Where a generator starts is a line alone.
    bool is_line = at_.line == at_.end_line && at_.column == at_.end_column;
    carets_ = !is_line && ShouldShow(anchors);
    WriteSignificant(anchors);
  }

 private:
  template <typename T>
  T* New(size_t count) {
    return static_cast<T*>(arena_.Allocate(sizeof(T) * (count == 0 ? 1 : count)));
  }

  // ---- lines ----------------------------------------------------------------------------------------------------

  // The bytes of a line of the source, from 1; empty beyond the end.
  std::string_view SourceLines(uint32_t first, uint32_t last) const {
    size_t start = 0;
    for (uint32_t line = 1; line < first; ++line) {
      size_t end = source_.find('\n', start);
      if (end == std::string_view::npos) return {};
      start = end + 1;
    }
    size_t end = start;
    for (uint32_t line = first; line <= last; ++line) {
      end = source_.find('\n', line == first ? start : end + 1);
      if (end == std::string_view::npos) return source_.substr(start);
    }
    return source_.substr(start, end - start);
  }

  // original_: the lines of the range, stripped at the right. False: nothing to show.
  bool Load() {
    if (at_.line == 0 || at_.end_line < at_.line) return false;
    uint32_t count = at_.end_line - at_.line + 1;
    std::string_view bytes = SourceLines(at_.line, at_.end_line);
    auto* text = New<uint32_t>(bytes.size());
    auto* lines = New<Line>(count);
    if (text == nullptr || lines == nullptr) return false;
    uint32_t made = 0;
    for (size_t at = 0; made < count; ++made) {
      uint32_t size = 0;
      while (at < bytes.size() && bytes[at] != '\n') {
        Utf8Character c = DecodeUtf8(bytes.data() + at, bytes.size() - at, true);
        text[size++] = c.code_point;
        at += c.length == 0 ? 1 : c.length;
      }
      ++at;
      while (size > 0 && IsSpace(text[size - 1])) --size;
      lines[made] = {text, size};
      text += size;
    }
    whole_ = {lines, made};
    bool blank = true;
    for (uint32_t i = 0; i < made; ++i) blank = blank && lines[i].Blank();
    return !blank;
  }

  // Removes the white space that all lines that are not blank begin with; blank lines become empty.
  static void Dedent(Lines lines) {
    const Line* model = nullptr;
    uint32_t margin = 0;
    for (uint32_t i = 0; i < lines.count; ++i) {
      const Line& line = lines.at[i];
      if (line.Blank()) continue;
      if (model == nullptr) {
        model = &line;
        while (margin < line.size && (line.text[margin] == ' ' || line.text[margin] == '\t')) ++margin;
        continue;
      }
      uint32_t same = 0;
      while (same < margin && same < line.size && line.text[same] == model->text[same]) ++same;
      margin = same;
    }
    for (uint32_t i = 0; i < lines.count; ++i) lines.at[i] = lines.at[i].Blank() ? Line{} : lines.at[i].From(margin);
  }

  // The first lines, where form feeds and their like end lines too.
  bool Split(Lines from, Lines* to) {
    to->at = New<Line>(from.count);
    to->count = 0;
    if (to->at == nullptr) return false;
    for (uint32_t i = 0; i < from.count && to->count < from.count; ++i) {
      Line rest = from.at[i];
      for (uint32_t k = 0; k < rest.size && to->count < from.count;) {
        if (!EndsLine(rest.text[k])) {
          ++k;
          continue;
        }
        to->at[to->count++] = {rest.text, k};
        rest = rest.From(k + 1);
        k = 0;
      }
      if (to->count < from.count) to->at[to->count++] = rest;
    }
    return true;
  }

  bool SplitAll() {
    Lines original;
    if (!Split(whole_, &original)) return false;
    first_original_ = original.at[0];
    last_original_ = original.at[original.count - 1];
    Dedent(whole_);
    return Split(whole_, &lines_);
  }

  void FindRange() {
    start_ = first_original_.CharacterOffset(at_.column);
    end_ = last_original_.CharacterOffset(at_.end_column);
    uint32_t dedented = first_original_.size - lines_.at[0].size;
    start_ = start_ > dedented ? start_ - dedented : 0;
    end_ = end_ > dedented ? end_ - dedented : 0;
  }

  const Line& LastLine() const { return lines_.at[lines_.count - 1]; }

  // ---- the range as an expression ---------------------------------------------------------------------------------

  bool MakeSegment() {
    segment_.at = New<Line>(lines_.count);
    if (segment_.at == nullptr) return false;
    segment_.count = lines_.count;
    for (uint32_t i = 0; i < lines_.count; ++i) segment_.at[i] = lines_.at[i];
    Line& last = segment_.at[segment_.count - 1];
    if (end_ < last.size) last.size = end_;
    segment_.at[0] = segment_.at[0].From(start_);
    return true;
  }

  // The lines as text, with `before` and `after`; the size of UTF-8 text, or null: no room.
  std::string_view Join(Lines lines, std::string_view before, std::string_view after) {
    size_t room = before.size() + after.size();
    for (uint32_t i = 0; i < lines.count; ++i) room += 1 + size_t{lines.at[i].size} * 4;
    char* text = New<char>(room);
    if (text == nullptr) return {};
    size_t size = 0;
    CopyBytes(text, before.data(), before.size());
    size += before.size();
    for (uint32_t i = 0; i < lines.count; ++i) {
      if (i > 0) text[size++] = '\n';
      for (uint32_t k = 0; k < lines.at[i].size; ++k)
        size += static_cast<size_t>(EncodeUtf8(lines.at[i].text[k], text + size));
    }
    CopyBytes(text + size, after.data(), after.size());
    size += after.size();
    arena_.Resize(text, room, size);
    return {text, size};
  }

  // Parses text and answers whether it is correct. Nothing is charged: the run is over.
  bool ParseText(std::string_view text, Ast* tree) {
    if (text.empty()) return false;
    Meter meter;
    meter.fuel_limit = kMostTokens;
    ParseOptions options;
    options.from_str = true;
    ParseResult result = Parse(arena_, meter, text, options);
    *tree = result.tree;
    if (result.status == ParseStatus::kLimit) return false;
    if (observer_.visit != nullptr) observer_.visit(observer_.context, *tree);
    return result.status == ParseStatus::kOk;
  }

  Anchors FindAnchors() {
    Ast tree;
    if (!ParseText(Join(segment_, "(\n", "\n)"), &tree)) return {};
    const auto* module = tree.GetIf<ast::Module>(tree.root());
    if (module == nullptr || tree.List(module->body).size() != 1) return {};
    const auto* statement = tree.GetIf<ast::Expr>(tree.List(module->body)[0]);
    if (statement == nullptr) return {};
    NodeRef value = statement->value;
    if (const auto* operation = tree.GetIf<ast::BinOp>(value)) return OperatorOf(tree, *operation);
    if (const auto* subscript = tree.GetIf<ast::Subscript>(value)) {
      return BracketsOf(tree.At(subscript->value), tree.At(value), '[');
    }
    if (const auto* call = tree.GetIf<ast::Call>(value)) return BracketsOf(tree.At(call->func), tree.At(value), '(');
    return {};
  }

  // A position of the parsed text, which has one line more in front, in the segment. False: not in it.
  bool PlaceOf(uint32_t line, uint32_t byte_column, Place* place) const {
    if (line < 2 || line - 2 >= segment_.count) return false;
    *place = {line - 2, segment_.at[line - 2].CharacterOffset(byte_column)};
    return true;
  }

  // Moves to a character at or after the place. False: there is none.
  bool Settle(Place* place) const {
    while (place->line < segment_.count && place->column >= segment_.at[place->line].size) {
      place->column = 0;
      ++place->line;
    }
    return place->line < segment_.count;
  }

  // Moves on to the first character that `stop` accepts; comments and what follows a backslash are passed over.
  template <typename Stop>
  bool MoveUntil(Place* place, Stop stop) const {
    for (;;) {
      uint32_t c = segment_.at[place->line].text[place->column];
      if (c == '\\' || c == '#') {
        *place = {place->line + 1, 0};
      } else if (stop(c)) {
        return true;
      } else {
        ++place->column;
      }
      if (!Settle(place)) return false;
    }
  }

  Anchors OperatorOf(const Ast& tree, const ast::BinOp& operation) const {
    const Node& left = tree.At(operation.left);
    const Node& right = tree.At(operation.right);
    Place at;
    if (!PlaceOf(left.end_lineno, left.end_col_offset, &at) || !Settle(&at)) return {};
    if (!MoveUntil(&at, [](uint32_t c) { return !IsSpace(c) && c != ')'; })) return {};
    uint32_t end = at.column + 1;
    const Line& line = segment_.at[at.line];
    if (end < line.size) {
      bool before_right = right.lineno > at.line + 2;
      Place start;
      if (!before_right) {
        if (!PlaceOf(right.lineno, right.col_offset, &start)) return {};
        before_right = end < start.column;
      }
      uint32_t c = line.text[end];
      if (before_right && !IsSpace(c) && c != '\\' && c != '#') ++end;
    }
    return {true, at.line, at.column, at.line, end};
  }

  Anchors BracketsOf(const Node& before, const Node& whole, uint32_t bracket) const {
    Place left, right;
    if (!PlaceOf(before.end_lineno, before.end_col_offset, &left) || !Settle(&left)) return {};
    if (!MoveUntil(&left, [bracket](uint32_t c) { return c == bracket; })) return {};
    if (!PlaceOf(whole.end_lineno, whole.end_col_offset, &right)) return {};
    return {true, left.line, left.column, right.line, right.column};
  }

  // ---- carets -----------------------------------------------------------------------------------------------------

  bool SpansAll(const Ast& tree, NodeRef value) const {
    const Node& node = tree.At(value);
    return node.lineno == 1 && node.end_lineno == lines_.count && node.col_offset == start_ &&
           node.end_col_offset == end_;
  }

  // `name = f(...)` and `return f(...)` say all there is to say.
  bool IsPlainCall() {
    Ast tree;
    if (!ParseText(Join(lines_, "", ""), &tree)) return false;
    const auto* module = tree.GetIf<ast::Module>(tree.root());
    if (module == nullptr || tree.List(module->body).empty()) return module != nullptr;
    NodeRef statement = tree.List(module->body)[0];
    if (const auto* node = tree.GetIf<ast::Return>(statement)) {
      const auto* call = tree.GetIf<ast::Call>(node->value);
      return call != nullptr && tree.GetIf<ast::Name>(call->func) != nullptr && SpansAll(tree, node->value);
    }
    if (const auto* node = tree.GetIf<ast::Assign>(statement)) {
      auto targets = tree.List(node->targets);
      return tree.GetIf<ast::Call>(node->value) != nullptr && targets.size() == 1 &&
             tree.GetIf<ast::Name>(targets[0]) != nullptr && SpansAll(tree, node->value);
    }
    return false;
  }

  bool ShouldShow(const Anchors& anchors) {
    if (IsPlainCall()) return false;
    if (anchors.found) return true;
    const Line& first = lines_.at[0];
    for (uint32_t i = 0; i < start_ && i < first.size; ++i) {
      if (!IsSpace(first.text[i])) return true;
    }
    return !LastLine().From(end_).Blank();
  }

  void AddResult(Line line) {
    if (result_count_ < kMostResults) results_[result_count_++] = line;
  }

  void AddLine(uint32_t number, const Anchors& anchors) {
    const Line& line = lines_.at[number];
    AddResult(line);
    if (!carets_) return;
    bool last = number == lines_.count - 1;
    uint32_t count = last ? LastLine().Width(end_) : line.Width(line.size);
    auto* marks = New<uint32_t>(count);
    if (marks == nullptr) return;
    uint32_t spaces = line.LeadingSpace(), start = lines_.at[0].Width(start_);
    for (uint32_t column = 0; column < count; ++column) {
      if (column < spaces || (number == 0 && column < start)) {
        marks[column] = ' ';
      } else if (!anchors.found) {
        marks[column] = '^';
      } else {
        bool after_left = number > anchors.left_line || (number == anchors.left_line && column >= anchors.left_column);
        bool before_right =
            number < anchors.right_line || (number == anchors.right_line && column < anchors.right_column);
        marks[column] = after_left && before_right ? '^' : '~';
      }
    }
    AddResult({marks, count});
  }

  // "...<3 lines>..."
  void AddGap(uint32_t count) {
    auto* text = New<uint32_t>(32);
    if (text == nullptr) return;
    uint32_t size = 0;
    for (char c : std::string_view("...<")) text[size++] = static_cast<uint8_t>(c);
    char digits[12];
    int n = 0;
    do digits[n++] = static_cast<char>('0' + count % 10);
    while ((count /= 10) > 0);
    while (n > 0) text[size++] = static_cast<uint8_t>(digits[--n]);
    for (char c : std::string_view(" lines>...")) text[size++] = static_cast<uint8_t>(c);
    AddResult({text, size});
  }

  // The first and the last line, those around the anchors, and single lines between them.
  void WriteSignificant(Anchors anchors) {
    if (anchors.found) {
      if (anchors.left_line == 0) anchors.left_column += start_;
      if (anchors.right_line == 0) anchors.right_column += start_;
      anchors.left_column = lines_.at[anchors.left_line].Width(anchors.left_column);
      anchors.right_column = lines_.at[anchors.right_line].Width(anchors.right_column);
    }
    auto near = [](uint32_t number, uint32_t line) { return number + 1 >= line && number <= line + 1; };
    uint32_t previous = 0;
    for (uint32_t number = 0; number < lines_.count; ++number) {
      bool significant = number == 0 || number == lines_.count - 1 ||
                         (anchors.found && (near(number, anchors.left_line) || near(number, anchors.right_line)));
      if (!significant) continue;
      if (number > previous + 2)
        AddGap(number - previous - 1);
      else if (number == previous + 2)
        AddLine(number - 1, anchors);
      AddLine(number, anchors);
      previous = number;
    }
    Dedent({results_, result_count_});
    for (uint32_t i = 0; i < result_count_; ++i) {
      sink_.Append("    ");
      for (uint32_t k = 0; k < results_[i].size; ++k) sink_.AppendCharacter(results_[i].text[k]);
      sink_.Append("\n");
    }
  }

  static constexpr uint64_t kMostTokens = 1 << 22;
  static constexpr uint32_t kMostResults = 64;

  Arena& arena_;
  std::string_view source_;
  const Location& at_;
  Utf8Sink& sink_;
  CaretObserver observer_;
  Lines whole_, lines_, segment_;
  Line first_original_, last_original_;
  uint32_t start_ = 0, end_ = 0;  // characters, in the first and the last line
  bool carets_ = false;
  Line results_[kMostResults];
  uint32_t result_count_ = 0;
};

}  // namespace

void WriteSourceLines(Arena& arena, std::string_view source, const Location& at, Utf8Sink& sink,
                      CaretObserver observer) {
  uint32_t mark = arena.Mark();
  FrameLines(arena, source, at, sink, observer).Write();
  arena.Rewind(mark);
}

}  // namespace garter
