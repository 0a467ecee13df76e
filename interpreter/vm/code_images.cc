// Images made while a program runs: see code_images.h.
//
//   free room   [ source, file name, tree ........ | frozen constants, header, tables ........ ]
//   afterwards  [ constants | CodeImage: header, tables, caches | free ......................... ]
// Everything that may fail for want of room has been looked at before the first effect, so that a second try after a
// collection costs what the first one would have.
#include "interpreter/vm/code_images.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/utf8.h"
#include "interpreter/heap/sizes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

constexpr uint32_t kLeastRoom = 32 << 10;

TypeId TypeOfError(SyntaxErrorType type) {
  switch (type) {
    case SyntaxErrorType::kIndentationError:
      return TypeId::kIndentationError;
    case SyntaxErrorType::kTabError:
      return TypeId::kTabError;
    case SyntaxErrorType::kMemoryError:
      return TypeId::kMemoryError;
    case SyntaxErrorType::kRecursionError:
      return TypeId::kRecursionError;
    default:
      return TypeId::kSyntaxError;
  }
}

// A str as UTF-8 in the arena. Stop: a surrogate at *bad.
Step Utf8Of(Vm& vm, Arena& arena, Meter& meter, Value str, std::string_view* out, uint32_t* bad) {
  Text text = vm.TextOf(str);
  if (!meter.Charge(1 + text.length / 64)) return Step::Limit();
  size_t room = text.ascii ? text.length : size_t{text.length} * (text.width == 1 ? 2 : text.width == 2 ? 3 : 4);
  char* at = static_cast<char*>(arena.Allocate(room + 1));
  if (at == nullptr) return Step::More(0);
  size_t size = 0;
  if (text.ascii) {
    CopyBytes(at, text.data, text.length);
    size = text.length;
  } else {
    for (uint32_t i = 0; i < text.length; ++i) {
      if (IsSurrogate(text[i])) {
        *bad = i;
        return Step::Stop();
      }
      size += static_cast<size_t>(EncodeUtf8(text[i], at + size));
    }
  }
  *out = {at, size};
  return Step::Done(kNone);
}

Step RaiseSurrogate(Vm& vm, Value str, uint32_t start) {
  Text text = vm.TextOf(str);
  uint32_t end = start;
  while (end < text.length && IsSurrogate(text[end])) ++end;
  Value args[5] = {vm.NewStrAscii("utf-8"), str, Value::SmallInt(start), Value::SmallInt(end),
                   vm.NewStrAscii("surrogates not allowed")};
  if (args[0].IsUnbound() || args[4].IsUnbound()) return vm.NoRoom();
  Value tuple = vm.NewTuple(args, 5);
  if (tuple.IsUnbound()) return vm.NoRoom();
  Value exception = vm.NewException(TypeId::kUnicodeEncodeError, tuple);
  return exception.IsUnbound() ? vm.NoRoom() : vm.RaiseObject(exception);
}

// One compilation.
class RunTimeCompiler {
 public:
  RunTimeCompiler(Vm& vm, const SourceCode& code)
      : vm_(vm),
        code_(code),
        meter_(vm.meter),
        room_(vm.heap.room() & ~7u),
        low_(vm.heap.base + ((vm.heap.top + 7) & ~7u)),
        half_(room_ / 2 & ~7u),
        tree_(low_, half_),
        output_(low_ + half_, half_) {}

  Step Run() {
    if (room_ < kLeastRoom) return Step::More(kLeastRoom + room_);
    Step texts = Texts();
    if (!texts.done()) return texts;
    ParseOptions options;
    options.mode = code_.mode;
    options.from_str = !code_.source.IsObject(Kind::kBytes);
    ParseResult parsed = Parse(tree_, meter_, source_, options);
    if (parsed.status == ParseStatus::kLimit) return Full();
    if (parsed.status == ParseStatus::kError) return Fail(parsed.tree, parsed.error);
    CompileTarget target;
    target.at_run_time = true;
    target.by_name = code_.by_name;
    CompileResult compiled = Compile(parsed.tree, meter_, output_, filename_, vm_.mutant, target);
    switch (compiled.status) {
      case CompileStatus::kLimit:
        return Full();
      case CompileStatus::kError:
        compiled.error.has_text = false;  // CPython looks for the line in a file, which there is not
        return Fail(parsed.tree, compiled.error);
      case CompileStatus::kUnsupported:
        return Refuse(compiled.message);
      case CompileStatus::kOk:
        break;
    }
    return Load(parsed.tree, *compiled.image);
  }

 private:
  // The scratch was too small, or another limit was met.
  Step Full() {
    if (meter_.limit != LimitKind::kNone && meter_.limit != LimitKind::kMemory) {
      vm_.meter = meter_;
      return Step::Limit();
    }
    return Step::More(uint64_t{room_} * 2);
  }

  Step Texts() {
    Step step = TextOf(code_.filename, code_.file, &filename_);
    if (!step.done()) return step;
    if (code_.source.IsObject(Kind::kBytes)) {
      const Bytes* bytes = vm_.heap.At<Bytes>(code_.source);
      source_ = {reinterpret_cast<const char*>(bytes->data()), bytes->length};
    } else {
      step = TextOf(code_.source, code_.text, &source_);
      if (!step.done()) return step;
    }
    if (source_.find('\0') != std::string_view::npos) {
      return vm_.Raise(TypeId::kSyntaxError, "source code string cannot contain null bytes");
    }
    while (code_.strip && !source_.empty() && (source_[0] == ' ' || source_[0] == '\t')) source_.remove_prefix(1);
    return step;
  }

  Step TextOf(Value str, std::string_view otherwise, std::string_view* out) {
    *out = otherwise;
    if (str.IsUnbound()) return Step::Done(kNone);
    uint32_t bad = 0;
    Step step = Utf8Of(vm_, tree_, meter_, str, out, &bad);
    if (step.action == Action::kMore || step.action == Action::kLimit) return Full();
    return step.action == Action::kStop ? RaiseSurrogate(vm_, str, bad) : step;
  }

  // Texts that lie in the scratch at its lower end, where the next objects go, are moved out of the way.
  bool Keep(std::string_view* text) {
    char* at = static_cast<char*>(output_.Allocate(text->size() + 1));
    if (at == nullptr) return false;
    CopyBytes(at, text->data(), text->size());
    *text = {at, text->size()};
    return true;
  }

  // What objects of an exception with these texts take at most.
  bool HasRoomForError(size_t bytes) const { return half_ > 8 * bytes + 4096; }

  Step Refuse(std::string_view message) {
    output_.Rewind(8);
    if (!HasRoomForError(message.size()) || !Keep(&message)) return Full();
    Commit();
    return vm_.Raise(TypeId::kNotImplementedError, "%v", &message);
  }

  void Commit() {
    vm_.meter = meter_;
    uint32_t used = vm_.heap.top + tree_.peak() + output_.peak();
    if (used > vm_.heap.peak) vm_.heap.peak = used;
  }

  Step Fail(const Ast& tree, SyntaxError error) {
    output_.Rewind(8);
    if (!HasRoomForError(error.message.size() + error.text.size() + filename_.size()) || !Keep(&error.message) ||
        !Keep(&error.text) || !Keep(&filename_)) {
      return Full();
    }
    if (!SayWarnings(tree)) return Step::Limit();
    Commit();
    TypeId type = TypeOfError(error.type);
    if (error.lineno == SyntaxError::kNone) return vm_.Raise(type, "%v", &error.message);
    return RaiseSyntaxError(type, error);
  }

  Step RaiseSyntaxError(TypeId type, const SyntaxError& error) {
    auto number = [](int32_t n) { return n == SyntaxError::kNone ? kNone : Value::SmallInt(n); };
    Value message = vm_.NewStrUtf8(error.message);
    Value filename = code_.filename.IsUnbound() ? vm_.NewStrUtf8(filename_) : code_.filename;
    Value text = kNone;
    if (error.has_text) {
      text = vm_.NewStrUtf8(error.text);
      if (error.ends_line && error.lineno > 0 && !text.IsUnbound()) {
        Value newline = vm_.NewStrAscii("\n");
        if (newline.IsUnbound()) return vm_.NoRoom();
        Step joined = Binary(vm_, BinaryOp::kAdd, text, newline, false);
        if (!joined.done()) return joined;
        text = joined.value;
      }
    }
    Value parts[6] = {filename, number(error.lineno),     number(error.offset),
                      text,     number(error.end_lineno), number(error.end_offset)};
    if (message.IsUnbound() || filename.IsUnbound() || text.IsUnbound()) return vm_.NoRoom();
    Value args[2] = {message, vm_.NewTuple(parts, 6)};
    if (args[1].IsUnbound()) return vm_.NoRoom();
    Value tuple = vm_.NewTuple(args, 2);
    if (tuple.IsUnbound()) return vm_.NoRoom();
    Value exception = vm_.NewException(type, tuple);
    if (exception.IsUnbound()) return vm_.NoRoom();
    constexpr const char* kNames[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
    for (int k = 0; k < 6; ++k) {
      if (!SetField(vm_, exception, kNames[k], parts[k])) return vm_.NoRoom();
    }
    return vm_.RaiseObject(exception);
  }

  // As CPython prints them where it finds no file: without the source line.
  bool SayWarnings(const Ast& tree) {
    for (uint32_t at = tree.first_warning(); at != 0;) {
      const SyntaxWarning& warning = *tree.arena().At<SyntaxWarning>(at);
      at = warning.next;
      char digits[12];
      size_t n = sizeof(digits);
      uint32_t line = warning.lineno;
      do digits[--n] = static_cast<char>('0' + line % 10);
      while ((line /= 10) > 0);
      auto say = [&](std::string_view text) { return vm_.Write(Stream::kStderr, text); };
      if (!say(filename_) || !say(":") || !say({digits + n, sizeof(digits) - n}) || !say(": SyntaxWarning: ") ||
          !say(tree.Text(warning.message)) || !say("\n")) {
        return false;
      }
    }
    return true;
  }

  // ---- loading ------------------------------------------------------------------------------------------------------

  // Names are interned once a run has code besides the program's, so that equal names in all code are one object.
  static bool IsName(const Object* object) {
    if (object->kind() != Kind::kStr) return false;
    const Str* str = static_cast<const Str*>(object);
    if (!str->ascii()) return false;
    for (uint32_t k = 0; k < str->length; ++k) {
      uint8_t c = str->inline_data()[k];
      bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!is_name) return false;
    }
    return true;
  }

  template <typename Visit>
  static void ForEachObject(char* first, uint32_t bytes, Visit visit) {
    for (uint32_t at = 0; at < bytes;) {
      auto* object = reinterpret_cast<Object*>(first + at);
      visit(object);
      at += SizeOfObject(object);
    }
  }

  // Counts all names of the program when it is the first time.
  uint32_t CountNames(char* frozen, uint32_t bytes, uint32_t* objects) {
    uint32_t names = 0;
    *objects = 0;
    ForEachObject(frozen, bytes, [&](Object* object) {
      ++*objects;
      names += IsName(object);
    });
    if (vm_.interned.IsUnbound()) {
      ForEachObject(vm_.heap.base + kFrozenBase, vm_.program->frozen_size,
                    [&](Object* object) { names += IsName(object); });
    }
    return names;
  }

  bool Intern(Value name) {
    Value* known = DictSlotStr(vm_, vm_.interned, name);
    if (known == nullptr) return vm_.DictSetStr(vm_.interned, name, name);
    vm_.heap.At<Object>(name)->link = known->handle();
    return true;
  }

  Step Load(const Ast& tree, const ProgramImage& image) {
    Heap& heap = vm_.heap;
    char* frozen = output_.base() + 8;
    uint32_t frozen_size = image.frozen_size;
    uint32_t block = output_.used() - output_.OffsetOf(&image);
    uint64_t caches =
        uint64_t{image.global_count} * sizeof(GlobalCache) + uint64_t{image.cache_count} * sizeof(AttributeCache);
    uint64_t size = sizeof(CodeImage) + uint64_t{block} + caches;
    uint32_t objects = 0;
    uint32_t names = CountNames(frozen, frozen_size, &objects);
    uint64_t known = vm_.interned.IsUnbound() ? 0 : vm_.DictSize(vm_.interned);
    uint64_t needed = frozen_size + size + (known + names) * 300 + 4096;
    if (needed > room_ || !meter_.Charge(objects + names)) return Full();
    if (!SayWarnings(tree)) return Step::Limit();
    Commit();

    uint32_t delta = heap.top - kFrozenBase;
    char* at = heap.Claim(frozen_size, objects);
    MoveBytes(at, frozen, frozen_size);
    uint32_t first = heap.HandleOf(at);
    auto* object = reinterpret_cast<CodeImage*>(heap.Claim(static_cast<uint32_t>(size), 1));
    MoveBytes(object + 1, &image, block);
    uint64_t header = static_cast<uint64_t>(Kind::kCodeImage) | uint64_t{code_.hidden ? CodeImage::kHidden : 0u} << 16;
    std::memcpy(static_cast<void*>(object), &header, 8);
    object->size = static_cast<uint32_t>(size);
    object->caches = static_cast<uint32_t>(sizeof(CodeImage)) + block;
    object->serial = vm_.next_image++;
    object->unused = 0;
    std::memset(reinterpret_cast<char*>(object) + object->caches, 0, caches);

    CHECK(InternNames(first, frozen_size, names));
    auto relocate = [&](Value* v) {
      if (!v->IsObject()) return;
      uint32_t moved = v->handle() + delta;
      uint32_t same = heap.At<Object>(moved)->link;
      *v = Value::Object(v->kind(), same != 0 ? same : moved);
    };
    ForEachObject(heap.base + first, frozen_size, [&](Object* constant) {
      if (constant->kind() != Kind::kTuple) return;
      Tuple* tuple = static_cast<Tuple*>(constant);
      for (uint32_t k = 0; k < tuple->count; ++k) relocate(tuple->items() + k);
    });
    Value* constants = const_cast<Value*>(static_cast<const Value*>(ImageIn(object)->constants));
    for (uint32_t k = 0; k < ImageIn(object)->constant_count; ++k) relocate(constants + k);
    ForEachObject(heap.base + first, frozen_size, [](Object* constant) { constant->link = 0; });
    return Step::Done(heap.ValueOf(object));
  }

  // REQUIRES: room, so that nothing fails.
  bool InternNames(uint32_t first, uint32_t bytes, uint32_t names) {
    Heap& heap = vm_.heap;
    bool good = true;
    if (vm_.interned.IsUnbound()) {
      vm_.interned = vm_.NewDict();
      if (vm_.interned.IsUnbound() || !DictReserve(vm_, vm_.interned, names, true)) return false;
      ForEachObject(heap.base + kFrozenBase, vm_.program->frozen_size, [&](Object* object) {
        if (!IsName(object)) return;
        good = good && vm_.DictSetStr(vm_.interned, heap.ValueOf(object), heap.ValueOf(object));
      });
    }
    ForEachObject(heap.base + first, bytes, [&](Object* object) {
      if (IsName(object)) good = good && Intern(heap.ValueOf(object));
    });
    return good;
  }

  Vm& vm_;
  const SourceCode& code_;
  Meter meter_;  // the vm's, until the compilation is final
  uint32_t room_;
  char* low_;
  uint32_t half_;
  Arena tree_, output_;
  std::string_view source_, filename_;
};

}  // namespace

Step CompileSource(Vm& vm, const SourceCode& code) { return RunTimeCompiler(vm, code).Run(); }

Value NewModuleFunction(Vm& vm, Value image, uint32_t code, Value globals, Value space) {
  uint32_t cells = space.IsUnbound() ? 0 : 1;
  Function* function = vm.heap.Allocate<Function>(Kind::kFunction, sizeof(Function) + uint64_t{cells} * 8);
  if (function == nullptr) return kUnbound;
  function->code = code;
  function->cell_count = cells;
  function->globals = globals.handle();
  function->image = image.IsUnbound() ? 0 : image.handle();
  function->defaults = function->kw_defaults = function->attributes = function->unused = 0;
  if (cells != 0) function->cells()[0] = space;
  return vm.heap.ValueOf(function);
}

Value CodeObject(Vm& vm, uint32_t image, uint32_t code) {
  uint32_t count = vm.code_objects.IsUnbound() ? 0 : vm.DictSize(vm.code_objects);
  if (!vm.HasRoom(1024 + uint64_t{count} * 256)) return kUnbound;
  if (vm.code_objects.IsUnbound()) vm.code_objects = vm.NewDict();
  uint32_t serial = image == 0 ? 0 : vm.heap.At<CodeImage>(image)->serial;
  Value key = Value::SmallInt(static_cast<int64_t>(serial) << 20 | code);
  Step known = DictGet(vm, vm.code_objects, key);
  if (known.done() && !known.value.IsUnbound()) return known.value;
  Code* object = vm.heap.New<Code>(Kind::kCode);
  if (object == nullptr) return kUnbound;
  object->code = code;
  object->image = image;
  Value value = vm.heap.ValueOf(object);
  return DictSet(vm, vm.code_objects, key, value).done() ? value : kUnbound;
}

}  // namespace garter
