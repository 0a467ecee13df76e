// The texts of an uncaught exception, asked for before the run ends.
#ifndef GARTER_INTERPRETER_VM_REPORT_H_
#define GARTER_INTERPRETER_VM_REPORT_H_

#include "interpreter/vm/vm.h"

namespace garter {

// Internal::kReport: the last native of a run that ends in an exception, when the program has classes.
Step NativeReport(Vm& vm, Native& n);
inline constexpr int kReportSlots = 2;

// What str(v) was: a str; None: it failed; Unbound: nobody asked.
Value ReportedText(Vm& vm, Value v);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_REPORT_H_
