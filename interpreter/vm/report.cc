// What an uncaught exception of the program's own classes says of itself is asked while the module's frame is still there:
// the printer of tracebacks runs no Python. The answers are kept in vm.report, a list of pairs (object, str), or
// (object, None) where str() failed.
#include "interpreter/vm/report.h"

#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

constexpr uint32_t kMostReported = 1000;

// Adds an object once. False: no room.
bool AddOnce(Vm& vm, Value list, Value v) {
  Span known = SpanOf(vm, list);
  if (known.count >= kMostReported) return true;
  for (uint32_t k = 0; k < known.count; ++k) {
    if (known.first[k] == v) return true;
  }
  vm.meter.used += known.count / 16;
  return vm.ListAppend(list, v);
}

// All that is printed with the exception: causes and contexts, members of groups, notes, the code of a SystemExit.
// False: no room.
bool Collect(Vm& vm, Value list) {
  for (uint32_t k = 0; k < vm.heap.At<List>(list)->count; ++k) {
    Value v = SpanOf(vm, list).first[k];
    if (!v.IsObject(Kind::kException)) continue;
    const Exception* e = vm.heap.At<Exception>(v);
    auto type = static_cast<TypeId>(e->type);
    Value cause = e->cause, context = e->context;
    if (cause.IsObject(Kind::kException) && !AddOnce(vm, list, cause)) return false;
    if (context.IsObject(Kind::kException) && !AddOnce(vm, list, context)) return false;
    Value notes = GetOwnAttribute(vm, v, "__notes__");
    Value members = IsSubtype(type, TypeId::kBaseExceptionGroup) ? ExceptionsOfGroup(vm, v) : kNone;
    for (Value items : {notes, members}) {
      if (!items.IsObject() || !IsListOrTuple(items)) continue;
      for (uint32_t j = 0; j < SpanOf(vm, items).count; ++j) {
        Value item = SpanOf(vm, items).first[j];
        bool worth = item.IsObject(Kind::kException) || IsUserObject(vm, item);
        if (worth && !AddOnce(vm, list, item)) return false;
      }
    }
    if (IsSubtype(type, TypeId::kSystemExit)) {
      Value code = FieldValue(vm, v, FindField(TypeId::kSystemExit, "code"));
      if (IsUserObject(vm, code) && !AddOnce(vm, list, code)) return false;
    }
  }
  return true;
}

enum Phase : uint32_t { kStart, kGoOn };
enum Slot : uint32_t { kObjects, kNext };

}  // namespace

// Argument: the exception. Answers Stop with it.
Step NativeReport(Vm& vm, Native& n) {
  if (n.phase == kStart) {
    Value objects = vm.NewList(&n.arg(0), 1);
    Value report = vm.NewListWithCapacity(4);
    if (objects.IsUnbound() || report.IsUnbound() || !Collect(vm, objects)) return vm.NoRoom();
    vm.report = report;
    n.slot(kObjects) = objects;
    n.slot(kNext) = Value::SmallInt(0);
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  for (;;) {
    auto k = static_cast<uint32_t>(n.slot(kNext).AsSmallInt());
    Span objects = SpanOf(vm, n.slot(kObjects));
    if (k >= objects.count) return Step::Stop(n.arg(0));
    Value object = objects.first[k];
    Step text = n.failed ? Step::Raised() : ToStr(vm, object);
    if (!text.done() && text.action != Action::kRaise) return text;
    vm.raised = kNone;
    if (!vm.ListReserve(vm.report, uint64_t{vm.heap.At<List>(vm.report)->count} + 2)) return vm.NoRoom();
    vm.ListAppend(vm.report, object);
    vm.ListAppend(vm.report, text.done() ? text.value : kNone);
    n.failed = false;
    n.slot(kNext) = Value::SmallInt(k + 1);
    n.settled = vm.meter.used;
  }
}

Value ReportedText(Vm& vm, Value v) {
  if (!vm.report.IsObject(Kind::kList)) return kUnbound;
  Span pairs = SpanOf(vm, vm.report);
  for (uint32_t k = 0; k + 1 < pairs.count; k += 2) {
    if (pairs.first[k] == v) return pairs.first[k + 1];
  }
  return kUnbound;
}

}  // namespace garter
