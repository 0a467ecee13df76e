// The text of an uncaught exception: chain, groups, frames, the exception itself, notes.
//
// The run is over when this is written: meter and the heap's limits are set aside and put back, and nothing that a
// program could see is changed. Strings that str() makes stay in the heap.
#include "interpreter/vm/traceback.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/names.h"
#include "interpreter/vm/carets.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/suggest.h"

namespace garter {
namespace {

// Keeps what printing must not change: the meter, the exception being handled, the end of the heap, which must stay
// below the sink.
class Quiet {
 public:
  Quiet(Vm& vm, const Utf8Sink& sink) : vm_(vm), meter_(vm.meter), raised_(vm.raised), floor_(vm.heap.floor) {
    vm.meter.fuel_limit = kUnlimited;
    const char* start = sink.view().data();
    if (start >= vm.heap.base && start < vm.heap.base + vm.heap.floor) {
      vm.heap.floor = static_cast<uint32_t>(start - vm.heap.base);
    }
  }
  ~Quiet() {
    vm_.meter = meter_;
    vm_.raised = raised_;
    vm_.heap.floor = floor_;
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  Vm& vm_;
  Meter meter_;
  Value raised_;
  uint32_t floor_;
};

void AppendNumber(Utf8Sink& sink, uint64_t number) {
  char digits[24];
  size_t n = sizeof(digits);
  do digits[--n] = static_cast<char>('0' + number % 10);
  while ((number /= 10) > 0);
  sink.Append({digits + n, sizeof(digits) - n});
}

// str(v), or what CPython's traceback says when that fails.
void AppendStr(Vm& vm, Value v, Utf8Sink& sink, std::string_view what) {
  Step step = ToStr(vm, v);
  if (step.done()) {
    sink.AppendText(vm.TextOf(step.value));
    return;
  }
  sink.Append("<");
  sink.Append(what);
  sink.Append(" str() failed>");
}

// Where a NameError keeps the names of its frame's variables: no program can spell this attribute by accident.
constexpr std::string_view kVariables = kHiddenField;

class TracebackWriter {
 public:
  TracebackWriter(Vm& vm, Utf8Sink& sink) : vm_(vm), sink_(sink) {}

  void Write(Value exception) {
    uint32_t room = vm_.heap.room() / 4 & ~7u;
    if (room > kMostPlanBytes) room = kMostPlanBytes;
    auto* plan = vm_.heap.Allocate<BytesBuffer>(Kind::kBytesBuffer, sizeof(BytesBuffer) + uint64_t{room});
    if (plan == nullptr || room < sizeof(Planned)) {
      WriteOne(exception);
      return;
    }
    plan_ = reinterpret_cast<Planned*>(plan->data());
    plan_room_ = room / static_cast<uint32_t>(sizeof(Planned));
    MakePlan(exception);
    // What the plan does not need is given back: it is the last object.
    plan->capacity = (plan_count_ * static_cast<uint32_t>(sizeof(Planned)) + 7) & ~7u;
    plan->fill = plan->capacity;
    vm_.heap.top = vm_.heap.HandleOf(plan) + static_cast<uint32_t>(sizeof(BytesBuffer)) + plan->capacity;
    WriteChain(0);
  }

 private:
  Exception* At(Value exception) const { return vm_.heap.At<Exception>(exception); }

  // ---- the plan: what is shown, in which order --------------------------------------------------------------------

  // One exception to show. Numbers are places in the plan; none is 0, where the first exception stands.
  struct Planned {
    uint32_t handle;
    uint32_t before;       // the cause or context that is shown first
    uint32_t after;        // while writing: the way back
    uint32_t first_child;  // of a group
    uint32_t child_count;  // of a group; what had no room is left out
    uint32_t next_waiting;
    uint32_t is_cause;  // of `before`
    uint32_t is_group;
  };
  static_assert(sizeof(Planned) == 32);

  uint32_t Plan(Value exception) {
    if (plan_count_ == plan_room_) return 0;
    At(exception)->flags |= Object::kMarked;
    plan_[plan_count_] = {};
    plan_[plan_count_].handle = exception.handle();
    plan_[plan_count_].next_waiting = waiting_;
    waiting_ = plan_count_;
    return plan_count_++;
  }

  // Each exception is followed to its cause or context once, in CPython's order: the last that was found goes first.
  // Marks say what was found; they are taken back.
  void MakePlan(Value exception) {
    constexpr uint32_t kEnd = ~0u;
    waiting_ = kEnd;
    Plan(exception);
    while (waiting_ != kEnd) {
      uint32_t at = waiting_;
      waiting_ = plan_[at].next_waiting;
      Value v = Value::Object(Kind::kException, plan_[at].handle);
      const Exception* object = At(v);
      auto found = [&](Value other) { return (At(other)->flags & Object::kMarked) != 0; };
      if (!object->cause.IsNone() && !found(object->cause)) {
        plan_[at].is_cause = 1;
        plan_[at].before = Plan(object->cause);
      } else if (!object->context.IsNone() && !(object->aux & Exception::kSuppressContext) && !found(object->context)) {
        plan_[at].before = Plan(object->context);
      }
      if (IsSubtype(ExceptionTypeOf(vm_, v), TypeId::kBaseExceptionGroup)) PlanGroup(at, ExceptionsOfGroup(vm_, v));
    }
    for (uint32_t k = 0; k < plan_count_; ++k) {
      vm_.heap.At<Object>(plan_[k].handle)->flags &= static_cast<uint8_t>(~Object::kMarked);
    }
  }

  void PlanGroup(uint32_t at, Value exceptions) {
    if (!exceptions.IsObject(Kind::kTuple)) return;
    plan_[at].is_group = 1;
    plan_[at].first_child = plan_count_;
    const Tuple* tuple = vm_.heap.At<Tuple>(exceptions);
    for (uint32_t k = 0; k < tuple->count && Plan(tuple->items()[k]) != 0; ++k) ++plan_[at].child_count;
  }

  void WriteChain(uint32_t newest) {
    uint32_t oldest = newest;
    for (; plan_[oldest].before != 0; oldest = plan_[oldest].before) plan_[plan_[oldest].before].after = oldest;
    for (uint32_t at = oldest;; at = plan_[at].after) {
      if (plan_[at].before != 0) {
        size_t start = sink_.view().size();
        sink_.Append(plan_[at].is_cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                                        : "\nDuring handling of the above exception, another exception occurred:\n\n");
        Indent(start, '|');
      }
      if (plan_[at].is_group) {
        WriteGroup(at);
      } else {
        size_t start = sink_.view().size();
        WriteOne(Value::Object(Kind::kException, plan_[at].handle));
        Indent(start, '|');
      }
      if (at == newest) return;
    }
  }

  // ---- groups -----------------------------------------------------------------------------------------------------

  static constexpr uint32_t kMostPlanBytes = 16 << 20;
  static constexpr uint32_t kMostWidth = 15;
  static constexpr uint32_t kMostDepth = 10;

  // Puts "  | " in front of all lines from `start` on, by the depth of the group being written.
  void Indent(size_t start, char margin) {
    if (group_depth_ == 0) return;
    char prefix[2 * kMostDepth + 8];
    size_t size = 2 * group_depth_;
    std::memset(prefix, ' ', size);
    prefix[size++] = margin;
    prefix[size++] = ' ';
    sink_.IndentLines(start, {prefix, size});
  }

  void WriteRule(bool first, std::string_view title) {
    for (uint32_t k = 0; k < group_depth_; ++k) sink_.Append("  ");
    sink_.Append(first ? "+-+---------------- " : "  +---------------- ");
    sink_.Append(title);
    sink_.Append(" ----------------\n");
  }

  // Groups in groups: kMostDepth calls deep at most.
  void WriteGroup(uint32_t at) {
    size_t start = sink_.view().size();
    if (group_depth_ > kMostDepth) {
      sink_.Append("... (max_group_depth is 10)\n");
      Indent(start, '|');
      return;
    }
    Value group = Value::Object(Kind::kException, plan_[at].handle);
    bool outermost = group_depth_ == 0;
    if (outermost) ++group_depth_;
    if (!At(group)->traceback.IsNone()) {
      sink_.Append("Exception Group Traceback (most recent call last):\n");
      Indent(start, outermost ? '+' : '|');
      start = sink_.view().size();
      WriteFrames(At(group)->traceback);
    }
    WriteFinal(group);
    Indent(start, '|');
    WriteChildren(plan_[at]);
    if (outermost) group_depth_ = 0;
  }

  void WriteChildren(const Planned& group) {
    uint32_t shown = group.child_count <= kMostWidth ? group.child_count : kMostWidth + 1;
    needs_close_ = false;
    for (uint32_t k = 0; k < shown; ++k) {
      bool last = k == shown - 1, cut = k >= kMostWidth;
      // The innermost of groups that end together draws the closing rule.
      if (last) needs_close_ = true;
      char digits[2] = {static_cast<char>('0' + (k + 1) / 10), static_cast<char>('0' + (k + 1) % 10)};
      WriteRule(k == 0, cut ? std::string_view("...") : std::string_view(digits, 2).substr(k < 9 ? 1 : 0));
      ++group_depth_;
      if (cut) {
        size_t start = sink_.view().size();
        uint32_t more = group.child_count - kMostWidth;
        sink_.Append("and ");
        AppendNumber(sink_, more);
        sink_.Append(more > 1 ? " more exceptions\n" : " more exception\n");
        Indent(start, '|');
      } else {
        WriteChain(group.first_child + k);
      }
      if (last && needs_close_) {
        for (uint32_t d = 0; d < group_depth_; ++d) sink_.Append("  ");
        sink_.Append("+------------------------------------\n");
        needs_close_ = false;
      }
      --group_depth_;
    }
  }

  // ---- frames -----------------------------------------------------------------------------------------------------

  // The free room between the heap and the sink, for parsing lines.
  Arena FreeArena() const {
    uint32_t from = (vm_.heap.top + 7) & ~7u;
    uint32_t size = vm_.heap.floor > from ? vm_.heap.floor - from : 0;
    return Arena(vm_.heap.base + from, size < 16 ? 8 : size);
  }

  void WriteFrame(Arena& arena, const Traceback& entry, CaretObserver observer) {
    const ProgramImage& image = ImageAt(vm_, entry.image);
    const Location& at = image.locations[entry.pc];
    sink_.Append("  File \"");
    sink_.Append(image.Filename());
    sink_.Append("\", line ");
    AppendNumber(sink_, at.line);
    sink_.Append(", in ");
    sink_.AppendText(vm_.TextOf(image.constants[image.codes[entry.code].name]));
    sink_.Append("\n");
    // What a run compiled itself is in no file where CPython would find its lines.
    if (entry.image == 0) WriteSourceLines(arena, image.Source(), at, sink_, observer);
  }

  void WriteRepeats(uint32_t count) {
    if (count <= kShownRepeats) return;
    count -= kShownRepeats;
    sink_.Append("  [Previous line repeated ");
    AppendNumber(sink_, count);
    sink_.Append(count > 1 ? " more times]\n" : " more time]\n");
  }

  void WriteFrames(Value traceback) {
    Arena arena = FreeArena();
    if (vm_.program->warnings_size > 0) WriteWarnings(arena, traceback);
    struct Written {
      uint32_t pc = ~0u, image = 0;
      size_t start = 0, size = 0;
    };
    constexpr uint32_t kRemembered = 64;
    Written written[kRemembered];
    uint32_t line = 0, count = 0;
    const Traceback* last = nullptr;
    for (Value at = traceback; !at.IsNone();) {
      const Traceback& entry = *vm_.heap.At<Traceback>(at);
      at = entry.next;
      uint32_t this_line = ImageAt(vm_, entry.image).locations[entry.pc].line;
      if (last == nullptr || this_line != line || !IsSamePlace(entry, *last)) {
        WriteRepeats(count);
        line = this_line;
        last = &entry;
        count = 0;
      }
      if (++count > kShownRepeats) continue;
      // Frames of a recursion come again and again: what was written for one is copied.
      Written& known = written[entry.pc % kRemembered];
      if (known.pc == entry.pc && known.image == entry.image) {
        sink_.Append(sink_.view().substr(known.start, known.size));
        continue;
      }
      known.pc = entry.pc;
      known.image = entry.image;
      known.start = sink_.view().size();
      WriteFrame(arena, entry, {});
      known.size = sink_.view().size() - known.start;
    }
    WriteRepeats(count);
  }

  // Of entries of one line: the same file, and a function of the same name?
  bool IsSamePlace(const Traceback& a, const Traceback& b) const {
    if (a.image == b.image && a.code == b.code) return true;
    const ProgramImage &of_a = ImageAt(vm_, a.image), &of_b = ImageAt(vm_, b.image);
    return of_a.Filename() == of_b.Filename() &&
           vm_.StrEquals(of_a.constants[of_a.codes[a.code].name], of_b.constants[of_b.codes[b.code].name]);
  }

  // CPython parses the lines to place the carets and so finds bad escapes again; it says so above the frames.
  struct Warned {
    static constexpr uint32_t kMost = 32;
    Utf8Sink* sink;
    uint64_t seen[kMost];
    uint32_t count;
  };
  static void SayWarnings(void* context, const Ast& tree) {
    auto& warned = *static_cast<Warned*>(context);
    for (uint32_t at = tree.first_warning(); at != 0;) {
      const SyntaxWarning& warning = *tree.arena().At<SyntaxWarning>(at);
      at = warning.next;
      std::string_view message = tree.Text(warning.message);
      uint64_t key = warning.lineno;
      for (char c : message) key = (key ^ static_cast<uint8_t>(c)) * 0x100000001b3;
      bool known = false;
      for (uint32_t k = 0; k < warned.count; ++k) known = known || warned.seen[k] == key;
      if (known) continue;
      if (warned.count < Warned::kMost) warned.seen[warned.count++] = key;
      warned.sink->Append("<unknown>:");
      AppendNumber(*warned.sink, warning.lineno);
      warned.sink->Append(": SyntaxWarning: ");
      warned.sink->Append(message);
      warned.sink->Append("\n");
    }
  }
  void WriteWarnings(Arena& arena, Value traceback) {
    Warned warned = {&sink_, {}, 0};
    Utf8Sink nowhere(nullptr, 0);
    uint32_t last = ~0u;
    for (Value at = traceback; !at.IsNone();) {
      const Traceback& entry = *vm_.heap.At<Traceback>(at);
      at = entry.next;
      if (entry.pc == last || entry.image != 0) continue;
      last = entry.pc;
      WriteSourceLines(arena, vm_.program->Source(), vm_.program->locations[entry.pc], nowhere, {SayWarnings, &warned});
    }
  }

  // ---- the exception ----------------------------------------------------------------------------------------------

  void WriteOne(Value exception) {
    Value traceback = At(exception)->traceback;
    if (!traceback.IsNone()) {
      sink_.Append("Traceback (most recent call last):\n");
      WriteFrames(traceback);
    }
    WriteFinal(exception);
  }

  void WriteFinal(Value exception) {
    if (IsSubtype(ExceptionTypeOf(vm_, exception), TypeId::kSyntaxError))
      WriteSyntaxErrorLines(exception);
    else
      WriteFinalLine(exception);
    WriteNotes(exception);
  }

  // A class of the program's own module stands without its module's name.
  void WriteTypeName(Value exception) {
    Value cls = At(exception)->cls;
    if (!cls.IsObject()) return sink_.Append(TypeName(ExceptionTypeOf(vm_, exception)));
    const Class* c = vm_.heap.At<Class>(cls);
    Value module = vm_.DictGetAscii(c->dict, "__module__");
    if (module.IsStr() && !vm_.StrIs(module, "__main__") && !vm_.StrIs(module, "builtins")) {
      sink_.AppendText(vm_.TextOf(module));
      sink_.Append(".");
    }
    sink_.AppendText(vm_.TextOf(c->qualified_name));
  }

  void WriteFinalLine(Value exception) {
    WriteTypeName(exception);
    size_t before = sink_.view().size();
    sink_.Append(": ");
    size_t start = sink_.view().size();
    AppendStr(vm_, exception, sink_, "exception");
    WriteSuggestion(exception);
    if (sink_.view().size() == start) sink_.Truncate(before);
    sink_.Append("\n");
  }

  void WriteNotes(Value exception) {
    Value notes = GetOwnAttribute(vm_, exception, "__notes__");
    if (notes.IsUnbound() || notes.IsNone()) return;
    if (notes.IsObject(Kind::kList) || notes.IsObject(Kind::kTuple) || notes.IsObject(Kind::kRange)) {
      Step items = TupleOf(vm_, notes);
      if (!items.done()) return;
      Tuple* tuple = vm_.heap.At<Tuple>(items.value);
      for (uint32_t k = 0; k < tuple->count; ++k) {
        AppendStr(vm_, tuple->items()[k], sink_, "note");
        sink_.Append("\n");
      }
      return;
    }
    Step repr = Repr(vm_, notes);
    if (repr.done())
      sink_.AppendText(vm_.TextOf(repr.value));
    else
      sink_.Append("<__notes__ repr() failed>");
    sink_.Append("\n");
  }

  // ---- SyntaxError ------------------------------------------------------------------------------------------------

  Value Field(Value exception, std::string_view name) const {
    return FieldValue(vm_, exception, FindField(ExceptionTypeOf(vm_, exception), name));
  }
  int64_t Number(Value v, int64_t otherwise) const {
    int64_t number = 0;
    return vm_.AsInt64(v, &number) ? number : otherwise;
  }

  void WriteSyntaxErrorLines(Value exception) {
    Value line = Field(exception, "lineno"), file = Field(exception, "filename"), text = Field(exception, "text");
    bool has_file = !file.IsNone() && !(file.IsStr() && vm_.TextOf(file).length == 0);
    if (!line.IsNone()) {
      sink_.Append("  File \"");
      if (has_file)
        AppendStr(vm_, file, sink_, "exception");
      else
        sink_.Append("<string>");
      sink_.Append("\", line ");
      AppendStr(vm_, line, sink_, "exception");
      sink_.Append("\n");
    }
    if (text.IsStr()) WriteSyntaxErrorText(exception, vm_.TextOf(text));
    sink_.Append(TypeName(ExceptionTypeOf(vm_, exception)));
    sink_.Append(": ");
    Value message = Field(exception, "msg");
    bool empty = message.IsNone() || (message.IsStr() && vm_.TextOf(message).length == 0);
    if (empty)
      sink_.Append("<no detail available>");
    else
      AppendStr(vm_, message, sink_, "exception");
    if (line.IsNone() && !file.IsNone()) {
      sink_.Append(" (");
      AppendStr(vm_, file, sink_, "exception");
      sink_.Append(")");
    }
    sink_.Append("\n");
  }

  // The line without what stands before its text, and carets from offset to end_offset, which count from 1.
  void WriteSyntaxErrorText(Value exception, const Text& text) {
    int64_t size = text.length, right = size;
    while (right > 0 && text[static_cast<uint32_t>(right - 1)] == '\n') --right;
    int64_t spaces = 0;
    auto is_space = [](uint32_t c) { return c == ' ' || c == '\n' || c == '\f'; };
    while (spaces < right && is_space(text[static_cast<uint32_t>(spaces)])) ++spaces;
    Value offset_value = Field(exception, "offset");
    if (!offset_value.IsNone() && !offset_value.IsAnyInt() && !offset_value.IsBool()) return;
    sink_.Append("    ");
    for (int64_t k = spaces; k < right; ++k) sink_.AppendCharacter(text[static_cast<uint32_t>(k)]);
    sink_.Append("\n");
    if (offset_value.IsNone()) return;
    int64_t offset = Number(offset_value, 0), end = right + 1;
    Value end_value = Field(exception, "end_offset");
    Step same = Same(vm_, Field(exception, "lineno"), Field(exception, "end_lineno"));
    if (same.done() && same.value.IsTrue()) {
      end = Number(end_value, 0);
      if (end == 0) end = offset;
    }
    if (size > 0 && offset > size) offset = right + 1;
    if (size > 0 && end > size) end = right + 1;
    if (offset >= end || end < 0) end = offset + 1;
    int64_t column = offset - 1 - spaces;
    if (column < 0) return;
    sink_.Append("    ");
    for (int64_t k = spaces; k < spaces + column && k < right; ++k) {
      uint32_t c = text[static_cast<uint32_t>(k)];
      sink_.AppendCharacter(IsSpace(c) ? c : ' ');
    }
    for (int64_t k = offset; k < end; ++k) sink_.Append("^");
    sink_.Append("\n");
  }

  // ---- suggestions ------------------------------------------------------------------------------------------------

  void WriteSuggestion(Value exception) {
    TypeId type = ExceptionTypeOf(vm_, exception);
    bool of_name = IsSubtype(type, TypeId::kNameError), of_import = IsSubtype(type, TypeId::kImportError);
    if (!of_name && !of_import && !IsSubtype(type, TypeId::kAttributeError)) return;
    Value name = Field(exception, of_import ? "name_from" : "name");
    if (!name.IsStr()) return;
    Suggestion suggestion(vm_, name);
    if (of_name)
      ConsiderVariables(exception, suggestion);
    else if (of_import)
      ConsiderModule(Field(exception, "name"), name, suggestion);
    else
      ConsiderAttributes(Field(exception, "obj"), name, suggestion);
    if (suggestion.found()) {
      sink_.Append(". Did you mean: '");
      sink_.Append(suggestion.text());
      sink_.Append("'?");
    }
    Text text = vm_.TextOf(name);
    if (of_name && text.ascii && IsStandardModule({reinterpret_cast<const char*>(text.data), text.length})) {
      sink_.Append(suggestion.found() ? " Or did you forget to import '" : ". Did you forget to import '");
      sink_.AppendText(text);
      sink_.Append("'?");
    }
  }

  // Variables of the innermost frame, globals, builtins.
  void ConsiderVariables(Value exception, Suggestion& suggestion) {
    Value at = At(exception)->traceback;
    if (at.IsNone()) return;
    while (!vm_.heap.At<Traceback>(at)->next.IsNone()) at = vm_.heap.At<Traceback>(at)->next;
    const Traceback& innermost = *vm_.heap.At<Traceback>(at);
    const CodeInfo& code = ImageAt(vm_, innermost.image).codes[innermost.code];
    Value variables = GetOwnAttribute(vm_, exception, kVariables);
    if (variables.IsObject(Kind::kList)) {
      const List* names = vm_.heap.At<List>(variables);
      for (uint32_t k = 0; k < names->count; ++k) suggestion.Consider(vm_.heap.At<Buffer>(names->buffer)->items()[k]);
    }
    // At module level the globals are the locals too, and count twice.
    for (int round = (code.flags & CodeInfo::kModule) ? 2 : 1; round > 0; --round) {
      ConsiderGlobals(suggestion, Value::Object(Kind::kDict, innermost.globals));
    }
    ForEachName(BuiltinModuleNames(), [&](std::string_view name) { suggestion.Consider(name); });
  }

  void ConsiderGlobals(Suggestion& suggestion, Value globals) {
    constexpr const char* kModuleVariables =
        "__name__ __doc__ __package__ __loader__ __spec__ __builtins__ __file__ __cached__";
    ForEachName(kModuleVariables, [&](std::string_view name) { suggestion.Consider(name); });
    ForEachEntry(vm_, globals, [&](DictEntry& entry) {
      if (entry.key.IsStr()) suggestion.Consider(entry.key);
    });
  }

  // What the module that was imported from has; hidden names only for a name that is one.
  void ConsiderModule(Value module_name, Value name, Suggestion& suggestion) {
    if (!module_name.IsStr() || vm_.modules.IsUnbound()) return;
    Value module = vm_.DictGetStr(vm_.modules, module_name);
    if (module.IsObject(Kind::kModule)) ConsiderModuleNames(module, name, suggestion);
  }

  void ConsiderModuleNames(Value module, Value name, Suggestion& suggestion) {
    Text wrong = vm_.TextOf(name);
    bool hide = wrong.length == 0 || wrong[0] != '_';
    ForEachEntry(vm_, Value::Object(Kind::kDict, vm_.heap.At<Module>(module)->dict), [&](DictEntry& entry) {
      if (!entry.key.IsStr()) return;
      Text attribute = vm_.TextOf(entry.key);
      if (attribute.length > 0 && (!hide || attribute[0] != '_')) suggestion.Consider(entry.key);
    });
  }

  void ConsiderAttributes(Value object, Value name, Suggestion& suggestion) {
    if (object.IsUnbound()) return;
    if (object.IsObject(Kind::kModule)) return ConsiderModuleNames(object, name, suggestion);
    Text wrong = vm_.TextOf(name);
    bool hide = wrong.length == 0 || wrong[0] != '_';
    TypeId type = object.IsImmediate(Kind::kType) ? static_cast<TypeId>(object.payload()) : vm_.TypeOf(object);
    ForEachName(NamesOfType(type), [&](std::string_view attribute) {
      if (!hide || attribute[0] != '_') suggestion.Consider(attribute);
    });
    uint32_t own = object.IsObject(Kind::kFunction)    ? vm_.heap.At<Function>(object)->attributes
                   : object.IsObject(Kind::kException) ? At(object)->attributes
                                                       : 0;
    if (own == 0) return;
    ForEachEntry(vm_, Value::Object(Kind::kDict, own), [&](DictEntry& entry) {
      Text attribute = vm_.TextOf(entry.key);
      if (attribute.length > 0 && (!hide || attribute[0] != '_')) suggestion.Consider(entry.key);
    });
  }

  static constexpr uint32_t kShownRepeats = 3;
  Vm& vm_;
  Utf8Sink& sink_;
  Planned* plan_ = nullptr;
  uint32_t plan_room_ = 0, plan_count_ = 0, waiting_ = 0;
  uint32_t group_depth_ = 0;
  bool needs_close_ = false;
};

}  // namespace

void Utf8Sink::AppendCharacter(uint32_t code_point) {
  char bytes[8];
  size_t size;
  if (IsSurrogate(code_point)) {
    constexpr const char* kDigits = "0123456789abcdef";
    bytes[0] = '\\';
    bytes[1] = 'u';
    for (int k = 0; k < 4; ++k) bytes[2 + k] = kDigits[code_point >> (12 - 4 * k) & 15];
    size = 6;
  } else {
    size = static_cast<size_t>(EncodeUtf8(code_point, bytes));
  }
  if (size <= capacity_ - size_) Append({bytes, size});
}

void Utf8Sink::IndentLines(size_t start, std::string_view prefix) {
  size_t lines = 0;
  auto ends = [&](size_t at) {
    char c = data_[at];
    return c == '\n' || (c >= '\v' && c <= '\f') || (c >= '\x1c' && c <= '\x1e') ||
           (c == '\r' && (at + 1 == size_ || data_[at + 1] != '\n'));
  };
  bool at_start = true;
  for (size_t k = start; k < size_; ++k) {
    lines += at_start;
    at_start = ends(k);
  }
  size_t grown = size_ + lines * prefix.size();
  if (grown > capacity_) return;
  // From the end, so that nothing is overwritten before it has moved.
  size_t to = grown;
  for (size_t k = size_; k > start; --k) {
    data_[--to] = data_[k - 1];
    if (k - 1 == start || ends(k - 2)) {
      to -= prefix.size();
      CopyBytes(data_ + to, prefix.data(), prefix.size());
    }
  }
  size_ = grown;
}

void NoteVariables(Vm& vm, Value exception, const Value* fp) {
  if (!IsSubtype(ExceptionTypeOf(vm, exception), TypeId::kNameError)) return;
  Function* function = FunctionOf(vm, fp);
  const ProgramImage& image = ImageAt(vm, function->image);
  const CodeInfo& code = image.codes[function->code];
  if ((code.flags & CodeInfo::kModule) || !vm.heap.At<Exception>(exception)->traceback.IsNone()) return;
  Value names = vm.NewListWithCapacity(uint32_t{code.local_count} + code.free_count);
  if (names.IsUnbound()) return;
  auto add = [&](uint32_t name, Value value) {
    if (value.IsObject(Kind::kCell)) value = vm.heap.At<Cell>(value)->value;
    return value.IsUnbound() || vm.ListAppend(names, image.constants[image.names[name]]);
  };
  for (uint32_t k = 0; k < code.local_count; ++k) {
    if (!add(code.local_names + k, fp[-static_cast<int64_t>(k)])) return;
  }
  for (uint32_t k = 0; k < code.free_count; ++k) {
    if (!add(code.free_names + k, function->cells()[k])) return;
  }
  static_cast<void>(SetField(vm, exception, kVariables, names));
}

void WriteTraceback(Vm& vm, Value exception, Utf8Sink& sink) {
  Quiet quiet(vm, sink);
  TracebackWriter(vm, sink).Write(exception);
}

void WriteExceptionMessage(Vm& vm, Value exception, Utf8Sink& sink) {
  Quiet quiet(vm, sink);
  AppendStr(vm, exception, sink, "exception");
}

int ExitCodeOf(Vm& vm, Value system_exit, Utf8Sink& sink) {
  Quiet quiet(vm, sink);
  Value code = FieldValue(vm, system_exit, FindField(TypeId::kSystemExit, "code"));
  if (code.IsNone()) return 0;
  if (code.IsAnyInt() || code.IsBool()) {
    int64_t number = 0;
    return vm.AsInt64(code, &number) ? static_cast<int>(number & 0xFF) : 0xFF;
  }
  AppendStr(vm, code, sink, "exception");
  sink.Append("\n");
  return 1;
}

}  // namespace garter
