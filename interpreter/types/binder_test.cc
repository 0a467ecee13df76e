// Signatures: what is derived from a row's text at compile time, for the shapes that rows have; and that every row of
// every type can be read that way.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "interpreter/types/builtin.h"
#include "interpreter/types/names.h"
#include "interpreter/vm/bind.h"

namespace garter {
namespace {

Step Nothing(Vm&, Native&) { return Step::Done(kNone); }

constexpr BuiltinRow kSplit = {"split", "($self, sep=None, maxsplit=-1)", Nothing};
constexpr BuiltinRow kSorted = {"sorted", "(iterable, /, *, key=None, reverse=False)", Nothing, 3};
constexpr BuiltinRow kPrint = {"print", "(*args, sep=', ()', end='\\n', file=None)", Nothing, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNone0 = {"clear", "($self, /)", Nothing};
constexpr BuiltinRow kOpen = {"f", "(a, b=(1, [2, 3]), /, c='it\\'s', *, d, **rest)", Nothing};

static_assert(kSplit.has_self && kSplit.min_positional == 0 && kSplit.max_positional == 2 && kSplit.accepts_keywords);
static_assert(kSplit.parameter_count == 3);
static_assert(!kSorted.has_self && kSorted.min_positional == 1 && kSorted.max_positional == 1);
static_assert(kSorted.accepts_keywords && kSorted.parameter_count == 3 && kSorted.slots == 3);
static_assert(kPrint.max_positional == 255 && kPrint.parameter_count == 3);
static_assert(kNone0.has_self && kNone0.max_positional == 0 && !kNone0.accepts_keywords);
static_assert(kOpen.min_positional == 1 && kOpen.max_positional == 3 && kOpen.parameter_count == 4);

TEST(Binder, ParametersHaveNames) {
  EXPECT_EQ(ParameterName(kSplit, 0), "self");
  EXPECT_EQ(ParameterName(kSplit, 2), "maxsplit");
  EXPECT_EQ(ParameterName(kSorted, 2), "reverse");
  EXPECT_EQ(ParameterName(kOpen, 2), "c");
  EXPECT_EQ(ParameterName(kOpen, 3), "d");
  EXPECT_EQ(PositionalOnlyCount(kSplit), 0u);
  EXPECT_EQ(PositionalOnlyCount(kSorted), 1u);
  EXPECT_EQ(PositionalOnlyCount(kOpen), 2u);
}

// Each row: as many names as parameters, no name twice, no row of a type twice, and slots that a frame can hold.
TEST(Binder, EveryRowIsSound) {
  auto check = [](const BuiltinRow& row, const std::string& where) {
    std::set<std::string_view> names;
    for (uint32_t k = 0; k < row.parameter_count; ++k) {
      EXPECT_FALSE(ParameterName(row, k).empty()) << where;
      EXPECT_TRUE(names.insert(ParameterName(row, k)).second) << where;
    }
    EXPECT_TRUE(ParameterName(row, row.parameter_count).empty()) << where;
    EXPECT_NE(row.function, nullptr) << where;
    EXPECT_LE(row.min_positional, row.max_positional) << where;
    EXPECT_LE(row.slots, 64) << where;
    if (row.flags & BuiltinRow::kGetter) {
      EXPECT_EQ(row.parameter_count, 1) << where;
    }
  };
  for (uint32_t id = 0; id < static_cast<uint32_t>(TypeId::kCount); ++id) {
    const TypeTable& table = TableOf(static_cast<TypeId>(id));
    std::set<std::string> seen;
    for (uint32_t k = 0; k < table.count; ++k) {
      std::string where = std::string(TypeName(static_cast<TypeId>(id))) + "." + table.rows[k].name;
      check(table.rows[k], where);
      EXPECT_TRUE(seen.insert(table.rows[k].name).second) << where << " has two rows";
    }
    if (table.constructor != nullptr) check(*table.constructor, TypeName(static_cast<TypeId>(id)));
  }
  for (uint32_t k = 0; k < BuiltinFunctionCount(); ++k) check(BuiltinFunctionRow(k), BuiltinFunctionRow(k).name);
}

// Public attributes of a type are those that CPython's dir() lists: nothing made up.
TEST(Binder, NoRowIsUnknownToCPython) {
  for (uint32_t id = 0; id < static_cast<uint32_t>(TypeId::kCount); ++id) {
    std::set<std::string_view> names;
    ForEachName(NamesOfType(static_cast<TypeId>(id)), [&](std::string_view name) { names.insert(name); });
    const TypeTable& table = TableOf(static_cast<TypeId>(id));
    for (uint32_t k = 0; k < table.count; ++k) {
      std::string_view name = table.rows[k].name;
      if (name.substr(0, 2) == "__") continue;  // the metaclass's attributes are not in dir()
      EXPECT_EQ(names.count(name), 1u) << TypeName(static_cast<TypeId>(id)) << '.' << name;
    }
  }
}

}  // namespace
}  // namespace garter
