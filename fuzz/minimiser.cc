// The passes, from coarse to fine: runs of statements, clauses, bodies in place
// of compound statements, arguments and elements, sub-expressions in place of
// expressions, small literals, shorter literals. They are repeated until a whole
// round removes nothing.
#include "fuzz/minimiser.h"

#include <algorithm>
#include <set>
#include <vector>

#include "fuzz/source_tree.h"

namespace garter::fuzz {
namespace {

class Reduction {
 public:
  Reduction(std::string source, const std::function<bool(const std::string&)>& still_fails,
            const MinimiserOptions& options)
      : best_(std::move(source)), still_fails_(still_fails), tests_left_(options.max_tests) {
    seen_.insert(best_);
  }

  std::string Run() {
    if (!Parses(best_)) {
      LinePass(false);
      CharacterPass();
      return best_;
    }
    size_t before = 0;
    do {
      before = best_.size();
      StatementPass();
      ClausePass();
      UnwrapPass();
      ElementPass();
      ExpressionPass();
      LiteralPass();
      LinePass(true);
    } while (best_.size() < before && tests_left_ > 0);
    return best_;
  }

 private:
  // Takes the candidate if it is smaller, parses and still fails.
  bool Try(const std::string& candidate, bool must_parse = true) {
    if (tests_left_ <= 0 || candidate.size() >= best_.size()) return false;
    if (!seen_.insert(candidate).second) return false;
    if (must_parse && !Parses(candidate)) return false;
    --tests_left_;
    if (!still_fails_(candidate)) return false;
    best_ = candidate;
    return true;
  }

  static bool IsStatement(const Site& site) { return site.sort == Sort::kStmt; }

  // Statements of one block, in order.
  static std::vector<std::vector<Site>> Blocks(const SourceTree& tree) {
    std::vector<std::vector<Site>> out;
    const std::vector<Site>& sites = tree.sites();
    for (size_t i = 0; i < sites.size(); ++i) {
      if (!IsStatement(sites[i]) || sites[i].index != 0) continue;
      std::vector<Site> block;
      for (size_t j = i; j < sites.size(); ++j) {
        if (IsStatement(sites[j]) && sites[j].parent == sites[i].parent && sites[j].field == sites[i].field) {
          block.push_back(sites[j]);
        }
      }
      out.push_back(block);
    }
    return out;
  }

  static std::string Without(const SourceTree& tree, const std::vector<Site>& block, size_t first, size_t count) {
    const Site& from = block[first];
    const Site& to = block[first + count - 1];
    if (count == block.size() && (from.parent >= 0 || !tree.OwnsLines(from)))
      return tree.Replaced(from.begin, to.end, "pass");
    if (!tree.OwnsLines(from) || !tree.OwnsLines(to)) return tree.Replaced(from.begin, to.end, "pass");
    return tree.Replaced(tree.LineBegin(from.begin), tree.LineEnd(to.end), "");
  }

  // Deletes ever shorter runs of statements of each block, last blocks first.
  void StatementPass() {
    for (size_t size = 32; size >= 1; size /= 2) {
      size_t from_end = 0;
      for (;;) {
        SourceTree tree(best_);
        std::vector<std::vector<Site>> blocks = Blocks(tree);
        if (from_end >= blocks.size()) break;
        const std::vector<Site>& block = blocks[blocks.size() - 1 - from_end];
        bool shrank = false;
        for (size_t end = block.size(); end > 0 && !shrank;) {
          size_t begin = end > size ? end - size : 0;
          if (end - begin == size || size == 1 || begin == 0) shrank = Try(Without(tree, block, begin, end - begin));
          end = begin;
        }
        if (!shrank) ++from_end;
        if (tests_left_ <= 0) return;
      }
    }
  }

  // Deletes `elif`, `else`, `except` and `finally` clauses.
  void ClausePass() {
    ForEachCandidate([this](const SourceTree& tree, size_t i) {
      const Site& site = tree.sites()[i];
      bool clause = site.kind == NodeKind::kExceptHandler || site.field == "orelse" || site.field == "finalbody";
      if (!clause || site.index != 0 || site.parent < 0 || site.sort == Sort::kExpr) return false;
      const Site& parent = tree.sites()[static_cast<size_t>(site.parent)];
      // From the line behind what came before, to the end of the clause.
      size_t begin = 0;
      size_t end = site.end;
      for (const Site& other : tree.sites()) {
        if (other.parent != site.parent || other.sort == Sort::kExpr) continue;
        if (other.end <= site.begin) begin = std::max(begin, tree.LineEnd(other.end));
        if (other.field == site.field && site.kind != NodeKind::kExceptHandler) end = std::max(end, other.end);
      }
      if (begin <= parent.begin) return false;
      return Try(tree.Replaced(begin, tree.LineEnd(end), ""));
    });
  }

  // A compound statement becomes its body.
  void UnwrapPass() {
    ForEachCandidate([this](const SourceTree& tree, size_t i) {
      const Site& site = tree.sites()[i];
      if (!IsStatement(site) || !tree.OwnsLines(site)) return false;
      std::vector<Site> body;
      for (const Site& other : tree.sites()) {
        if (other.parent == static_cast<int>(i) && IsStatement(other)) body.push_back(other);
      }
      if (body.empty()) return false;
      std::string text;
      std::string indent = tree.Indent(site);
      for (const Site& statement : body)
        text += indent + Reindent(tree.Text(statement), tree.Indent(statement), indent) + "\n";
      return Try(tree.Replaced(tree.LineBegin(site.begin), tree.LineEnd(site.end), text));
    });
  }

  // Deletes arguments, elements, parameters, decorators and targets, one by one.
  void ElementPass() {
    ForEachCandidate([this](const SourceTree& tree, size_t i) {
      const Site& site = tree.sites()[i];
      if (IsStatement(site)) return false;
      if (site.field == "decorator_list") {
        return Try(tree.Replaced(tree.LineBegin(site.begin), tree.LineEnd(site.end), ""));
      }
      const std::string& text = tree.text();
      size_t after = text.find_first_not_of(" \t\n", site.end);
      if (after != std::string::npos && text[after] == ',') {
        size_t next = text.find_first_not_of(" \t", after + 1);
        if (Try(tree.Replaced(site.begin, next == std::string::npos ? text.size() : next, ""))) return true;
      }
      size_t before = site.begin == 0 ? std::string::npos : text.find_last_not_of(" \t\n", site.begin - 1);
      if (before != std::string::npos && text[before] == ',') {
        if (Try(tree.Replaced(before, site.end, ""))) return true;
      }
      return site.count == 1 && Try(tree.Replaced(site.begin, site.end, ""));
    });
  }

  // An expression becomes one of its parts, or a small literal; a statement one
  // of its expressions.
  void ExpressionPass() {
    ForEachCandidate([this](const SourceTree& tree, size_t i) {
      const Site& site = tree.sites()[i];
      if ((site.sort != Sort::kExpr && !IsStatement(site)) || site.stored) return false;
      for (const char* literal : {"0", "''", "[]", "None", "()", "{}", "1"}) {
        if (!IsStatement(site) && Try(tree.Replaced(site.begin, site.end, literal))) return true;
      }
      for (size_t j = i + 1; j < tree.sites().size(); ++j) {
        const Site& part = tree.sites()[j];
        if (part.begin < site.begin || part.end > site.end) break;
        if (part.sort != Sort::kExpr || part.kind == NodeKind::kStarred) continue;
        if (Try(tree.Replaced(site.begin, site.end, tree.Text(part)))) return true;
        if (Try(tree.Replaced(site.begin, site.end, "(" + tree.Text(part) + ")"))) return true;
      }
      return false;
    });
  }

  // Shorter strings and numbers.
  void LiteralPass() {
    ForEachCandidate([this](const SourceTree& tree, size_t i) {
      const Site& site = tree.sites()[i];
      if (site.kind != NodeKind::kConstant || site.end - site.begin < 3) return false;
      std::string text = tree.Text(site);
      for (size_t size = text.size() / 2; size >= 1; size /= 2) {
        for (size_t at = 0; at + size <= text.size(); at += size) {
          if (Try(tree.Replaced(site.begin + at, site.begin + at + size, ""))) return true;
        }
      }
      return false;
    });
  }

  // Applies `shrink` to each site; after a success the tree is new, and the walk
  // goes on at the same index.
  template <typename Shrink>
  void ForEachCandidate(Shrink&& shrink) {
    size_t i = 0;
    for (;;) {
      SourceTree tree(best_);
      bool shrank = false;
      for (; i < tree.sites().size() && !shrank && tests_left_ > 0; ++i) shrank = shrink(tree, i);
      if (!shrank) return;
      --i;
    }
  }

  // Lines, for blank ones and comments, and for text that is no program.
  void LinePass(bool must_parse) {
    for (size_t size = 16; size >= 1; size /= 2) {
      size_t begin = 0;
      while (begin < best_.size() && tests_left_ > 0) {
        size_t end = begin;
        for (size_t i = 0; i < size && end < best_.size(); ++i) {
          size_t newline = best_.find('\n', end);
          end = newline == std::string::npos ? best_.size() : newline + 1;
        }
        std::string candidate = best_.substr(0, begin) + best_.substr(end);
        if (Try(candidate, must_parse)) continue;
        size_t newline = best_.find('\n', begin);
        if (newline == std::string::npos) break;
        begin = newline + 1;
      }
    }
  }

  void CharacterPass() {
    for (size_t size = 64; size >= 1; size /= 2) {
      size_t begin = 0;
      while (begin < best_.size() && tests_left_ > 0) {
        if (!Try(best_.substr(0, begin) + best_.substr(std::min(begin + size, best_.size())), false)) begin += size;
      }
    }
  }

  std::string best_;
  const std::function<bool(const std::string&)>& still_fails_;
  int tests_left_;
  std::set<std::string> seen_;
};

}  // namespace

std::string Minimise(const std::string& source, const std::function<bool(const std::string&)>& still_fails,
                     const MinimiserOptions& options) {
  return Reduction(source, still_fails, options).Run();
}

}  // namespace garter::fuzz
