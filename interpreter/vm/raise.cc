// Making exceptions: the message formatter, and the objects.
#include <cstdarg>

#include "interpreter/base/utf8.h"
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/convert.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/vm.h"

namespace garter {
namespace {

void AppendInt(TextBuilder& text, bool negative, uint64_t magnitude) {
  char digits[24];
  int n = 0;
  do digits[n++] = static_cast<char>('0' + magnitude % 10);
  while ((magnitude /= 10) > 0);
  if (negative) text.Append('-');
  while (n > 0) text.Append(static_cast<uint8_t>(digits[--n]));
}

void AppendStr(Vm& vm, TextBuilder& text, Value str) {
  Text characters = vm.TextOf(str);
  text.AppendCharacters(characters.data, characters.length, characters.width);
}

void AppendTypeName(Vm& vm, TextBuilder& text, Value v) {
  Value cls = ClassOf(vm, v);
  if (cls.IsObject(Kind::kClass))
    AppendStr(vm, text, vm.heap.At<Class>(cls)->name);
  else
    AppendAscii(text, TypeName(static_cast<TypeId>(cls.payload())));
}

// A callable as the errors of calls name it: "f()", "list.append()"; what is no function by its str().
void AppendCallable(Vm& vm, TextBuilder& text, Value callee) {
  if (callee.IsObject(Kind::kBoundMethod)) callee = vm.heap.At<BoundMethod>(callee)->function;
  if (callee.IsObject(Kind::kFunction)) {
    AppendAscii(text, "__main__.");
    const Function* function = vm.heap.At<Function>(callee);
    AppendStr(vm, text, ImageAt(vm, function->image).constants[CodeOf(vm, function).qualified_name]);
    AppendAscii(text, "()");
    return;
  }
  if (callee.IsImmediate(Kind::kBuiltin)) {
    TypeId owner = OwnerOf(callee);
    if (owner != TypeId::kCount) {
      AppendAscii(text, TypeName(owner));
      AppendAscii(text, ".");
    }
    AppendAscii(text, RowOf(callee).name);
    AppendAscii(text, "()");
    return;
  }
  if (callee.IsImmediate(Kind::kType)) {
    auto type = static_cast<TypeId>(callee.payload());
    AppendAscii(text, TypeName(type));
    AppendAscii(text, "()");
    return;
  }
  AppendTypeName(vm, text, callee);
  AppendAscii(text, " object");
}

}  // namespace

Step Vm::Raise(TypeId type, const char* format, ...) {
  // First pass: the reprs.
  constexpr int kMaxReprs = 4;
  Value reprs[kMaxReprs];
  int repr_count = 0;
  va_list arguments, first_pass;
  va_start(arguments, format);
  va_copy(first_pass, arguments);
  Step failed = Step::Stop();
  for (const char* p = format; *p != 0; ++p) {
    if (*p != '%') continue;
    switch (*++p) {
      case 's':
        static_cast<void>(va_arg(first_pass, const char*));
        break;
      case 'v':
        static_cast<void>(va_arg(first_pass, const std::string_view*));
        break;
      case 'd':
        static_cast<void>(va_arg(first_pass, int64_t));
        break;
      case 'u':
        static_cast<void>(va_arg(first_pass, uint64_t));
        break;
      case 'c':
        static_cast<void>(va_arg(first_pass, uint32_t));
        break;
      case 'N':
        static_cast<void>(va_arg(first_pass, int));
        break;
      case 'S':
      case 'C':
      case 'T':
      case 'F':
        static_cast<void>(va_arg(first_pass, Value));
        break;
      case 'R': {
        Step repr = Repr(*this, va_arg(first_pass, Value));
        if (!repr.done())
          failed = repr;
        else if (repr_count < kMaxReprs)
          reprs[repr_count++] = repr.value;
        break;
      }
      default:
        break;
    }
    if (failed.action != Action::kStop) break;
  }
  va_end(first_pass);
  if (failed.action != Action::kStop) {
    va_end(arguments);
    return failed;
  }

  TextBuilder text(heap);
  int next_repr = 0;
  for (const char* p = format; *p != 0; ++p) {
    if (*p != '%') {
      // Formats are UTF-8, but no message of ours is more than ASCII.
      text.Append(static_cast<uint8_t>(*p));
      continue;
    }
    switch (*++p) {
      case 's':
        AppendAscii(text, va_arg(arguments, const char*));
        break;
      case 'v':
        text.AppendUtf8(*va_arg(arguments, const std::string_view*));
        break;
      case 'd': {
        int64_t d = va_arg(arguments, int64_t);
        AppendInt(text, d < 0, d < 0 ? 0 - static_cast<uint64_t>(d) : static_cast<uint64_t>(d));
        break;
      }
      case 'u':
        AppendInt(text, false, va_arg(arguments, uint64_t));
        break;
      case 'c':
        text.Append(va_arg(arguments, uint32_t));
        break;
      case 'N':
        AppendAscii(text, TypeName(static_cast<TypeId>(va_arg(arguments, int))));
        break;
      case 'S':
        AppendStr(*this, text, va_arg(arguments, Value));
        break;
      case 'C': {
        Value cls = va_arg(arguments, Value);
        if (cls.IsObject()) {
          AppendStr(*this, text, heap.At<Class>(cls)->name);
        } else {
          AppendAscii(text, TypeName(static_cast<TypeId>(cls.payload())));
        }
        break;
      }
      case 'T':
        AppendTypeName(*this, text, va_arg(arguments, Value));
        break;
      case 'F':
        AppendCallable(*this, text, va_arg(arguments, Value));
        break;
      case 'R':
        static_cast<void>(va_arg(arguments, Value));
        AppendStr(*this, text, reprs[next_repr++]);
        break;
      default:
        text.Append('%');
        break;
    }
  }
  va_end(arguments);
  Value message = text.Finish();
  if (message.IsUnbound()) return NoRoom();
  return RaiseValue(type, message);
}

Value Vm::NewException(TypeId type, Value args_tuple) {
  Exception* exception = heap.New<Exception>(Kind::kException);
  if (exception == nullptr) return kUnbound;
  exception->type = static_cast<uint32_t>(type);
  exception->attributes = 0;
  exception->cls = kUnbound;
  exception->args = args_tuple;
  exception->cause = exception->context = exception->traceback = kNone;
  return heap.ValueOf(exception);
}

Step Vm::RaiseValue(TypeId type, Value argument) {
  Value args = NewTuple(&argument, 1);
  if (args.IsUnbound()) return NoRoom();
  Value exception = NewException(type, args);
  return exception.IsUnbound() ? NoRoom() : RaiseObject(exception);
}

Step Vm::RaiseObject(Value exception) {
  raised = exception;
  return Step::Raised();
}

}  // namespace garter
