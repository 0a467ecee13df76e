// The result of a formatting operation while it is put together: parts of the format itself and texts of values.
//
// Formatting a value allocates, so no builder may stand meanwhile; the parts are kept in a list (a literal as two
// SmallInts, where it starts and ends; a value's text as itself) and joined at the end.
#ifndef GARTER_INTERPRETER_TYPES_FORMAT_PIECES_H_
#define GARTER_INTERPRETER_TYPES_FORMAT_PIECES_H_

#include "interpreter/types/str_traits.h"

namespace garter {

template <typename Traits>
class FormatPieces {
 public:
  FormatPieces(Vm& vm, Value format) : vm_(vm), format_(format), list_(vm.NewListWithCapacity(8)) {}

  // False: no room.
  [[nodiscard]] bool AddLiteral(uint32_t start, uint32_t end) {
    if (start == end) return ok();
    return ok() && vm_.ListAppend(list_, Value::SmallInt(start)) && vm_.ListAppend(list_, Value::SmallInt(end));
  }
  [[nodiscard]] bool Add(Value text) { return ok() && vm_.ListAppend(list_, text); }
  bool ok() const { return !list_.IsUnbound(); }

  Step Finish() {
    const List* list = vm_.heap.At<List>(list_);
    const Value* items = list->count == 0 ? nullptr : vm_.heap.At<Buffer>(list->buffer)->items();
    if (list->count == 1) return Step::Done(items[0]);
    if (!vm_.meter.Charge(list->count)) return Step::Limit();
    Text format = Traits::TextOf(vm_, format_);
    uint64_t length = 0;
    int width = 1;
    bool ascii = true;
    ForEach(items, list->count, format, [&](const Text& text, bool literal) {
      length += text.length;
      if (!Traits::kIsStr || text.ascii) return;
      // A literal of a wide format may itself be narrow.
      uint32_t bits = literal ? CharacterBits(text) : 0;
      ascii = ascii && literal && bits < 0x80;
      int needed = literal ? WidthOf(bits) : text.width;
      if (needed > width) width = needed;
    });
    uint8_t* data = nullptr;
    Value result = NewText<Traits>(vm_, length, width, ascii, &data);
    if (result.IsUnbound()) return vm_.NoRoom();
    ForEach(items, list->count, format, [&](const Text& text, bool) {
      CopyCharacters(data, width, text);
      data += static_cast<size_t>(text.length) * static_cast<size_t>(width);
    });
    return vm_.meter.Charge(0) ? Step::Done(result) : Step::Limit();
  }

 private:
  template <typename Visit>
  void ForEach(const Value* items, uint32_t count, const Text& format, Visit visit) {
    for (uint32_t k = 0; k < count; ++k) {
      if (items[k].IsSmallInt()) {
        auto start = static_cast<uint32_t>(items[k].AsSmallInt()),
             end = static_cast<uint32_t>(items[k + 1].AsSmallInt());
        visit(Part(format, start, end), true);
        ++k;
      } else {
        visit(Traits::TextOf(vm_, items[k]), false);
      }
    }
  }

  Vm& vm_;
  Value format_;
  Value list_;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_FORMAT_PIECES_H_
