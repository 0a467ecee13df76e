// Cuts the statement out, takes its names from the tokenizer, and parses it again for each keyword that is near.
#include "interpreter/syntax/keyword_typos.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/edit_distance.h"
#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"
#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/scopes.h"

namespace garter {
namespace {

constexpr uint32_t kMaxCharacters = 1024;
constexpr uint32_t kMaxLines = kMaxCharacters + 1;
constexpr int kMaxNames = 10;
constexpr int kMaxMatches = 3;
constexpr uint64_t kMaxFuel = 1'000'000;  // of all tries; what needs more gets no suggestion
constexpr uint32_t kMaxTryMemory = 4u << 20;

constexpr std::string_view kKeywords[] = {
#define GARTER_KEYWORD(name, text) text,
#include "interpreter/syntax/tokens.def"
};

size_t CharacterCount(std::string_view utf8) {
  size_t count = 0;
  for (char c : utf8) count += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return count;
}

// The bytes of the line end at `at`, by the rules of str.splitlines; 0: there is none.
size_t LineEnd(std::string_view text, size_t at) {
  uint8_t c = static_cast<uint8_t>(text[at]);
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if ((c >= '\n' && c <= '\f') || (c >= 0x1C && c <= 0x1E)) return 1;
  std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\x85")) return 2;
  return rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9") ? 3 : 0;
}

bool IsBlank(std::string_view line) {
  while (!line.empty()) {
    Utf8Character c = DecodeUtf8(line.data(), line.size(), true);
    if (c.length == 0 || !IsSpace(c.code_point)) return false;
    line.remove_prefix(c.length);
  }
  return true;
}

// Keywords that resemble a name, the likeliest first.
struct Matches {
  std::string_view keywords[kMaxMatches + 1];
  int count = 0;

  void Add(std::string_view keyword) {
    if (count < kMaxMatches) keywords[count++] = keyword;
  }
};

int ToCodes(std::string_view text, uint32_t* codes) {
  for (size_t i = 0; i < text.size(); ++i) codes[i] = static_cast<uint8_t>(text[i]);
  return static_cast<int>(text.size());
}

// The keyword at the least edit distance; of equals the first.
std::string_view NearestByEdits(std::string_view name) {
  uint32_t wrong[kMaxEditedSize], right[kMaxEditedSize];
  if (name.size() > kMaxEditedSize) return {};
  int wrong_size = ToCodes(name, wrong);
  std::string_view best;
  int best_distance = 1 << 30;
  for (std::string_view keyword : kKeywords) {
    int right_size = ToCodes(keyword, right);
    int most = MostEdits(wrong_size, right_size);
    if (best_distance - 1 < most) most = best_distance - 1;
    int distance = EditDistance(wrong, wrong_size, right, right_size, most);
    if (distance > most) continue;
    best = keyword;
    best_distance = distance;
  }
  return best;
}

// How many characters two texts share in order: the longest common piece, and the same of what is left and right of
// it (Ratcliff and Obershelp). Keywords are short: the depth is bounded by their length.
int SharedCharacters(std::string_view keyword, const uint32_t* name, int size) {
  if (keyword.empty() || size == 0) return 0;
  int keyword_size = static_cast<int>(keyword.size()), best = 0, best_i = 0, best_j = 0;
  for (int i = 0; i < keyword_size; ++i) {
    for (int j = 0; j < size; ++j) {
      int n = 0;
      while (i + n < keyword_size && j + n < size &&
             static_cast<uint8_t>(keyword[static_cast<size_t>(i + n)]) == name[j + n])
        ++n;
      if (n > best) best = n, best_i = i, best_j = j;
    }
  }
  if (best == 0) return 0;
  return best + SharedCharacters(keyword.substr(0, static_cast<size_t>(best_i)), name, best_j) +
         SharedCharacters(keyword.substr(static_cast<size_t>(best_i + best)), name + best_j + best,
                          size - best_j - best);
}

// The keywords of which at least half is in the name, the most alike first, of equals the last in the alphabet.
void AddAlike(std::string_view name, Matches* matches) {
  constexpr size_t kMaxName = 24;  // with a longer one the longest keyword shares less than half
  uint32_t codes[kMaxName];
  if (CharacterCount(name) > kMaxName) return;
  int size = 0;
  for (std::string_view rest = name; !rest.empty();) {
    Utf8Character c = DecodeUtf8(rest.data(), rest.size(), true);
    if (c.length == 0) return;
    codes[size++] = c.code_point;
    rest.remove_prefix(c.length);
  }
  struct Alike {
    std::string_view keyword;
    int shared = 0, total = 1;
  };
  Alike best[kMaxMatches];
  for (std::string_view keyword : kKeywords) {
    Alike next = {keyword, SharedCharacters(keyword, codes, size), static_cast<int>(keyword.size()) + size};
    if (4 * next.shared < next.total) continue;
    for (Alike& place : best) {
      if (next.shared * place.total < place.shared * next.total) continue;
      Alike moved = place;
      place = next;
      next = moved;
    }
  }
  for (const Alike& place : best) {
    if (!place.keyword.empty()) matches->Add(place.keyword);
  }
}

class TypoFinder {
  struct Line {
    uint32_t begin, size;  // in the source
  };

 public:
  TypoFinder(Arena& arena, std::string_view source, SyntaxError* error)
      : arena_(arena), source_(source), error_(error), first_(error->statement_line) {
    meter_.fuel_limit = kMaxFuel;
  }

  void Find() {
    if (!Cut() || CharacterCount(snippet_) > kMaxCharacters) return;
    // With the newline that stands after it.
    Ast tree(&arena_, {snippet_.data(), snippet_.size() + 1});
    TokenList tokens;
    if (!Lex(tree, meter_, ParseMode::kExec, &tokens)) return;
    uint32_t last_line = static_cast<uint32_t>(error_->lineno);
    uint32_t wanted = first_ == 0 ? last_line : last_line + 1 - first_;
    int left = kMaxNames;
    for (uint32_t i = 0; i < tokens.count && !is_full_; ++i) {
      const Token& token = tokens.tokens[i];
      if (token.kind != TokenKind::kName || token.line != wanted) continue;
      if (left-- == 0) return;
      if (TryName(token)) return;
    }
  }
  uint64_t fuel() const { return meter_.used; }

 private:
  bool Cut();
  void Dedent(Line* lines, uint32_t count);
  std::string_view TextOf(Line line) const { return source_.substr(line.begin, line.size); }
  bool TryName(const Token& token);
  bool IsProgram(std::string_view text);
  void Accept(const Token& token, std::string_view keyword);
  char* Room(size_t bytes) {
    void* at = arena_.Allocate(bytes);
    is_full_ |= at == nullptr;
    return static_cast<char*>(at);
  }

  Arena& arena_;
  // Of its own: trying pays when it is over, in one sum that no limit of a try can change.
  Meter meter_;
  std::string_view source_;
  SyntaxError* error_;
  uint32_t first_;            // the first line, from 1; 0 means the same as 1
  std::string_view snippet_;  // lines joined by '\n'; one stands after it, too
  bool is_full_ = false;
};

// The lines from the statement to the error, without the white space that all of them begin with.
bool TypoFinder::Cut() {
  if (error_->lineno <= 0) return false;
  uint32_t begin = first_ == 0 ? 0 : first_ - 1, end = static_cast<uint32_t>(error_->lineno);
  Line* lines = reinterpret_cast<Line*>(Room(kMaxLines * sizeof(Line)));
  if (lines == nullptr) return false;
  uint32_t number = 0, count = 0;
  for (size_t start = 0; start < source_.size() && number < end;) {
    size_t at = start;
    while (at < source_.size() && LineEnd(source_, at) == 0) ++at;
    if (number++ >= begin) {
      if (count == kMaxLines) return false;
      lines[count++] = {static_cast<uint32_t>(start), static_cast<uint32_t>(at - start)};
    }
    start = at < source_.size() ? at + LineEnd(source_, at) : at;
  }
  Dedent(lines, count);
  size_t size = 0;
  for (uint32_t i = 0; i < count; ++i) size += lines[i].size + 1;
  if (size == 0 || size > 4 * kMaxCharacters + 1) return false;
  char* out = Room(size);
  if (out == nullptr) return false;
  snippet_ = {out, size - 1};
  for (uint32_t i = 0; i < count; ++i) {
    CopyBytes(out, source_.data() + lines[i].begin, lines[i].size);
    out += lines[i].size;
    *out++ = '\n';
  }
  return true;
}

void TypoFinder::Dedent(Line* lines, uint32_t count) {
  // The least and the greatest of the lines share what all of them share.
  std::string_view least, greatest;
  for (uint32_t i = 0; i < count; ++i) {
    std::string_view line = TextOf(lines[i]);
    if (IsBlank(line)) continue;
    if (least.empty() || line < least) least = line;
    if (greatest < line) greatest = line;
  }
  uint32_t margin = 0;
  while (margin < least.size() && least[margin] == greatest[margin] && (least[margin] == ' ' || least[margin] == '\t'))
    ++margin;
  for (uint32_t i = 0; i < count; ++i) {
    lines[i] = IsBlank(TextOf(lines[i])) ? Line{0, 0} : Line{lines[i].begin + margin, lines[i].size - margin};
  }
}

bool TypoFinder::TryName(const Token& token) {
  std::string_view name = snippet_.substr(token.begin, token.end - token.begin);
  Matches matches;
  std::string_view nearest = NearestByEdits(name);
  if (!nearest.empty()) matches.Add(nearest);
  AddAlike(name, &matches);
  for (int i = 0; i < matches.count; ++i) {
    std::string_view keyword = matches.keywords[i];
    uint32_t mark = arena_.Mark();
    size_t after = snippet_.size() - token.end;
    char* text = Room(token.begin + keyword.size() + after + 1);
    if (text == nullptr) return false;
    CopyBytes(text, snippet_.data(), token.begin);
    CopyBytes(text + token.begin, keyword.data(), keyword.size());
    CopyBytes(text + token.begin + keyword.size(), snippet_.data() + token.end, after);
    bool is_program = IsProgram({text, token.begin + keyword.size() + after});
    arena_.Rewind(mark);
    if (is_program) {
      Accept(token, keyword);
      return true;
    }
  }
  return false;
}

// Is it one, or the beginning of one?
bool TypoFinder::IsProgram(std::string_view text) {
  size_t rest = arena_.capacity() - arena_.used();
  uint32_t size = static_cast<uint32_t>(rest < kMaxTryMemory ? rest : kMaxTryMemory) & ~7u;
  char* block = Room(size);
  if (size < 1024 || block == nullptr) return false;
  Arena arena(block, size);
  ParseOptions options;
  options.from_str = true;
  ParseResult parsed = Parse(arena, meter_, text, options);
  if (parsed.status == ParseStatus::kLimit) is_full_ = true;
  if (parsed.status != ParseStatus::kOk) return parsed.status == ParseStatus::kError && parsed.is_incomplete;
  uint8_t supported[256];
  for (uint8_t& flag : supported) flag = 1;
  ScopeTable table(parsed.tree);
  ScopeResult scopes = BuildScopes(parsed.tree, meter_, supported, table);
  if (scopes.status == ScopeStatus::kLimit) is_full_ = true;
  return scopes.status == ScopeStatus::kOk;
}

void TypoFinder::Accept(const Token& token, std::string_view keyword) {
  Message message;
  message << "invalid syntax. Did you mean '" << keyword << "'?";
  size_t begin = token.begin - token.col;
  size_t end = snippet_.find('\n', begin);
  error_->text = snippet_.substr(begin, end == std::string_view::npos ? end : end - begin);
  error_->ends_line = false;
  size_t column = CharacterCount(error_->text.substr(0, token.col));
  size_t width = CharacterCount(snippet_.substr(token.begin, token.end - token.begin));
  error_->offset = static_cast<int32_t>(column) + 1;
  error_->end_offset = static_cast<int32_t>(column + width) + 1;
  error_->end_lineno = error_->lineno;
  error_->message = message.In(arena_);
}

}  // namespace

bool FindKeywordTypo(Arena& arena, Meter& meter, std::string_view source, SyntaxError* error) {
  bool forgot_comma = error->message.find("Perhaps you forgot a comma") != std::string_view::npos;
  if ((error->message != "invalid syntax" && !forgot_comma) || !error->has_text) return true;
  TypoFinder finder(arena, source, error);
  finder.Find();
  return meter.Charge(finder.fuel());
}

}  // namespace garter
