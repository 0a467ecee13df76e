// Where each name lives. Scopes are visited from the outside in, with `current` naming what is visible, so that the
// owner of a free name is found by following the `outer` links of its symbol: one step for each function around that
// mentions the name, none for those that do not.
//
// A function between the owner and the user gets a symbol that passes the cell on (Binding::kFree), though its own
// text may not contain the name.
#include "interpreter/base/check.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/scopes.h"

namespace garter {
namespace {

class Analysis {
 public:
  Analysis(Ast& tree, Meter& meter, ScopeTable& table, SyntaxError* error)
      : tree_(tree), meter_(meter), table_(table), error_(error) {}

  bool Run() {
    uint32_t open = 0;
    table_.Open(0);
    for (uint32_t i = 0; i < table_.scopes.size(); ++i) {
      if (i != 0) {
        while (open != table_.scopes[i].parent) {
          table_.Close(open);
          open = table_.scopes[open].parent;
        }
        table_.Open(i);
        open = i;
      }
      if (!ResolveScope(i)) return false;
    }
    for (; open != 0; open = table_.scopes[open].parent) table_.Close(open);
    table_.Close(0);
    NumberSlots();
    return true;
  }

 private:
  static bool Owns(const Symbol& symbol) {
    return symbol.Has(Symbol::kBound | Symbol::kParameter) &&
           !symbol.Has(Symbol::kDeclaredGlobal | Symbol::kDeclaredNonlocal);
  }

  bool ResolveScope(uint32_t index) {
    if (table_.scopes[index].unevaluated) return true;
    bool inlined = table_.scopes[index].inlined;
    ScopeKind kind = table_.scopes[index].kind;
    for (uint32_t i = table_.scopes[index].first_symbol; i != 0; i = table_.symbols[i].next) {
      if (!meter_.Charge(1)) return false;
      Symbol& symbol = table_.symbols[i];
      if (symbol.binding != Binding::kUnresolved) continue;
      if (symbol.Has(Symbol::kDeclaredGlobal) && symbol.Has(Symbol::kDeclaredNonlocal)) {
        return Fail(i, "name '", "' is nonlocal and global");
      }
      if (symbol.Has(Symbol::kClassCell)) {
        symbol.binding = Binding::kLocal;
      } else if (Owns(symbol)) {
        symbol.binding = kind == ScopeKind::kModule  ? Binding::kGlobal
                         : kind == ScopeKind::kClass ? Binding::kNamespace
                                                     : Binding::kLocal;
      } else if (inlined && table_.scopes[index].in_class) {
        uint32_t owner = FindOwner(symbol.outer, false);
        if (owner != 0 && table_.scopes[table_.symbols[owner].scope].frame == table_.scopes[index].frame) {
          symbol.flags |= Symbol::kAlias;
          symbol.binding = Binding::kLocal;
        } else if (symbol.Has(Symbol::kDeclaredGlobal)) {
          symbol.binding = Binding::kGlobal;
        } else if (!ResolveFree(i)) {
          return false;
        }
      } else if (inlined && !symbol.Has(Symbol::kDeclaredNonlocal)) {
        continue;
      } else if (symbol.Has(Symbol::kDeclaredGlobal)) {
        symbol.binding = Binding::kGlobal;
      } else if (inlined) {
        continue;
      } else if (!ResolveFree(i)) {
        return false;
      }
    }
    return true;
  }

  bool ResolveFree(uint32_t i) {
    bool is_nonlocal = table_.symbols[i].Has(Symbol::kDeclaredNonlocal);
    if (is_nonlocal && table_.symbols[i].scope == 0) {
      return Fail(i, "nonlocal declaration not allowed at module level", "");
    }
    uint32_t owner = FindOwner(table_.symbols[i].outer, is_nonlocal);
    if (owner == 0) {
      if (is_nonlocal) return Fail(i, "no binding for nonlocal '", "' found");
      table_.symbols[i].binding = Binding::kGlobal;
      return true;
    }
    if (is_nonlocal && table_.symbols[owner].Has(Symbol::kTypeParameter)) {
      return Fail(i, "nonlocal binding not allowed for type parameter '", "'");
    }
    table_.symbols[owner].flags |= Symbol::kCaptured;
    table_.symbols[i].binding = Binding::kFree;
    return PassOn(i, owner);
  }

  // The symbol of an enclosing function that owns the name; 0: it is global.
  uint32_t FindOwner(uint32_t i, bool is_nonlocal) const {
    for (; i != 0; i = table_.symbols[i].outer) {
      const Symbol& symbol = table_.symbols[i];
      ScopeKind kind = table_.scopes[symbol.scope].kind;
      if (kind == ScopeKind::kModule && !(Owns(symbol) && table_.scopes[symbol.scope].inlined)) return 0;
      if (kind == ScopeKind::kClass) {
        if (symbol.Has(Symbol::kClassCell) && !is_nonlocal) return i;
        continue;
      }
      if (Owns(symbol)) return i;
      if (symbol.Has(Symbol::kDeclaredGlobal) && !is_nonlocal) return 0;
    }
    return 0;
  }

  // Gives each function between symbol i and its owner a symbol for the name.
  bool PassOn(uint32_t i, uint32_t owner) {
    uint32_t until = table_.symbols[owner].scope;
    uint32_t below = i;
    for (uint32_t at = table_.scopes[table_.symbols[i].scope].parent; at != until; at = table_.scopes[at].parent) {
      if (table_.scopes[at].inlined) continue;
      // Symbols of comprehensions in a class's frame stand between and are passed over.
      uint32_t next = table_.symbols[below].outer;
      while (next != 0 && table_.scopes[table_.symbols[next].scope].inlined && table_.symbols[next].scope != until) {
        below = next;
        next = table_.symbols[below].outer;
      }
      if (next != 0 && table_.symbols[next].scope == at) {
        if (table_.symbols[next].binding == Binding::kNamespace) table_.symbols[next].flags |= Symbol::kClassFree;
        below = next;
        continue;
      }
      Symbol made = {};
      made.name = table_.symbols[i].name;
      made.flags = Symbol::kUsedInside;
      made.scope = at;
      made.outer = next;
      made.binding = Binding::kFree;
      uint32_t index = table_.symbols.size();
      if (!meter_.Charge(1)) return false;
      if (!table_.symbols.Push(tree_.arena(), made)) return meter_.Stop(LimitKind::kMemory);
      table_.symbols[below].outer = index;
      Scope& scope = table_.scopes[at];
      (scope.last_symbol != 0 ? table_.symbols[scope.last_symbol].next : scope.first_symbol) = index;
      scope.last_symbol = index;
      below = index;
    }
    return true;
  }

  void NumberSlots() {
    constexpr uint32_t kMaxNamed = 30000;
    for (uint32_t index = 0; index < table_.scopes.size(); ++index) {
      const Scope& scope = table_.scopes[index];
      if (scope.unevaluated) continue;
      Scope& frame = table_.scopes[scope.frame];
      if (scope.kind == ScopeKind::kClass) frame.local_count = 1;  // the namespace
      for (uint32_t i = scope.first_symbol; i != 0; i = table_.symbols[i].next) {
        Symbol& symbol = table_.symbols[i];
        if (symbol.Has(Symbol::kAlias)) {
          const Symbol& owner = table_.symbols[FindOwner(symbol.outer, false)];
          symbol.binding = owner.binding;
          symbol.slot = owner.slot;
        } else if (symbol.Has(Symbol::kClassCell) && !symbol.Has(Symbol::kCaptured)) {
          symbol.binding = Binding::kNamespace;
        } else if (symbol.binding == Binding::kLocal) {
          if (symbol.Has(Symbol::kCaptured)) symbol.binding = Binding::kCell;
          symbol.slot = frame.local_count;
          if (frame.local_count < kMaxNamed)
            ++frame.local_count;
          else
            table_.too_many_locals = true;
        } else if (symbol.binding == Binding::kFree && scope.inlined) {
          // In a class's frame: the cell that the class itself has.
          uint32_t outer = symbol.outer;
          while (outer != 0 && table_.symbols[outer].scope != scope.frame) outer = table_.symbols[outer].outer;
          if (outer != 0) symbol.slot = table_.symbols[outer].slot;
        } else if (symbol.binding == Binding::kFree || symbol.Has(Symbol::kClassFree)) {
          symbol.slot = frame.free_count;
          if (frame.free_count < kMaxNamed)
            ++frame.free_count;
          else
            table_.too_many_locals = true;
        }
      }
    }
  }

  bool Fail(uint32_t i, const char* before, const char* after) {
    const Symbol& symbol = table_.symbols[i];
    for (uint32_t d = 0; d < table_.directives.size(); ++d) {
      const ScopeTable::Declared& declared = table_.directives[d];
      if (declared.scope != symbol.scope || declared.name != symbol.name) continue;
      Message message;
      message << before;
      if (*after != 0) message << tree_.Text(symbol.name) << after;
      *error_ = ErrorAt(tree_, tree_.At(declared.statement), message.In(tree_.arena()));
      return false;
    }
    CHECK(false);
  }

  Ast& tree_;
  Meter& meter_;
  ScopeTable& table_;
  SyntaxError* error_;
};

}  // namespace

bool AnalyzeScopes(Ast& tree, Meter& meter, ScopeTable& table, SyntaxError* error) {
  return Analysis(tree, meter, table, error).Run();
}

}  // namespace garter
