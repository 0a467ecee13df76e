// The sandbox as a Python module: `garter_core.run(source, ...)` compiles and runs a program in this process and answers
// with what happened, so that a property test inside CPython 3.14 can compute the expected value beside it.
//
// One file, three parts: Python values into the sandbox (HostValue), values of the sandbox out to Python (ValueView), and
// the run between them. The global interpreter lock is released while the sandbox compiles and runs, and taken again for
// each host call. Nothing of one run outlives it but the Observation. This is a tool of the tests; the package for users
// of Python is bindings/python.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"

namespace py = pybind11;

namespace garter {
namespace {

constexpr int kMaxDepth = 200;                    // nesting of values that cross the border
constexpr size_t kMaxNodes = 1'000'000;           // and their number
constexpr uint64_t kMaxBlock = (4ull << 30) - 8;  // interpreter.h
constexpr uint64_t kMinBlock = 1ull << 20;
constexpr size_t kDigitsForInt = 4000;  // CPython refuses to read longer ints unless told otherwise

py::str DecodeText(std::string_view text) {
  PyObject* out = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "surrogatepass");
  if (out == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(out);
}

std::string EncodeText(py::handle text) {
  auto bytes = py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
  if (!bytes) throw py::error_already_set();
  return bytes;
}

// CPython's cap on the digits of an int's text, lifted while this lives.
class LiftedDigits {
 public:
  LiftedDigits() : sys_(py::module_::import("sys")), cap_(sys_.attr("get_int_max_str_digits")()) {
    sys_.attr("set_int_max_str_digits")(0);
  }
  ~LiftedDigits() { sys_.attr("set_int_max_str_digits")(cap_); }
  LiftedDigits(const LiftedDigits&) = delete;
  LiftedDigits& operator=(const LiftedDigits&) = delete;

 private:
  py::module_ sys_;
  py::object cap_;
};

// --- Python -> sandbox ---------------------------------------------------------------------------------------------

// Builds HostValues and owns what they point to. Values are copied; aliases and cycles cannot cross.
class Importer {
 public:
  HostValue Import(py::handle object, int depth = 0) {
    if (depth > kMaxDepth) throw py::value_error("value for the sandbox is nested too deeply");
    HostValue out;
    if (object.is_none()) return out;
    if (PyBool_Check(object.ptr())) {
      out.kind = HostValue::Kind::kBool;
      out.integer = object.ptr() == Py_True;
    } else if (PyLong_CheckExact(object.ptr())) {
      ImportInt(object, &out);
    } else if (PyFloat_CheckExact(object.ptr())) {
      out.kind = HostValue::Kind::kFloat;
      out.real = PyFloat_AS_DOUBLE(object.ptr());
    } else if (PyUnicode_CheckExact(object.ptr())) {
      out.kind = HostValue::Kind::kText;
      out.text = texts_.emplace_back(EncodeText(object));
    } else if (PyBytes_CheckExact(object.ptr())) {
      out.kind = HostValue::Kind::kBytes;
      out.text = texts_.emplace_back(py::reinterpret_borrow<py::bytes>(object));
    } else if (PyList_CheckExact(object.ptr()) || PyTuple_CheckExact(object.ptr())) {
      out.kind = PyList_CheckExact(object.ptr()) ? HostValue::Kind::kList : HostValue::Kind::kTuple;
      std::vector<HostValue> items;
      for (py::handle item : py::reinterpret_borrow<py::object>(object)) items.push_back(Import(item, depth + 1));
      out.count = items.size();
      out.items = arrays_.emplace_back(std::move(items)).data();
    } else if (PyDict_CheckExact(object.ptr())) {
      ImportDict(py::reinterpret_borrow<py::dict>(object), depth, &out);
    } else {
      throw py::type_error(
          "a value of type '" + std::string(Py_TYPE(object.ptr())->tp_name) +
          "' cannot be given to the sandbox (None, bool, int, float, str, bytes, list, tuple, dict can)");
    }
    return out;
  }

  std::string_view Keep(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  void ImportInt(py::handle object, HostValue* out) {
    out->kind = HostValue::Kind::kInt;
    int overflow = 0;
    out->integer = PyLong_AsLongLongAndOverflow(object.ptr(), &overflow);
    if (overflow == 0) return;
    LiftedDigits lifted;
    out->text = texts_.emplace_back(py::str(object));
  }

  void ImportDict(const py::dict& dict, int depth, HostValue* out) {
    out->kind = HostValue::Kind::kDict;
    std::vector<HostValue> items;
    for (auto [key, value] : dict) {
      items.push_back(Import(key, depth + 1));
      items.push_back(Import(value, depth + 1));
    }
    out->count = items.size() / 2;
    out->items = arrays_.emplace_back(std::move(items)).data();
  }

  std::deque<std::string> texts_;
  std::deque<std::vector<HostValue>> arrays_;
};

// --- Sandbox -> Python ---------------------------------------------------------------------------------------------

// Stands for a value that has no counterpart outside: a function, a class, an exception, an iterator.
struct Opaque {
  std::string type_name;
};

// Copies values out. Lists, dicts and sets that occur twice inside are one object outside, too.
class Exporter {
 public:
  py::object Export(const ValueView& value, int depth = 0) {
    if (depth > kMaxDepth || ++nodes_ > kMaxNodes) return py::cast(Opaque{"..."});
    switch (value.kind()) {
      case ValueView::Kind::kUnbound:
      case ValueView::Kind::kNone:
        return py::none();
      case ValueView::Kind::kBool:
        return py::bool_(value.AsBool());
      case ValueView::Kind::kInt:
        return ExportInt(value);
      case ValueView::Kind::kFloat:
        return py::float_(value.AsDouble());
      case ValueView::Kind::kText:
        return DecodeText(TextOf(value));
      case ValueView::Kind::kBytes:
        return py::bytes(TextOf(value));
      case ValueView::Kind::kList:
        return ExportList(value, depth);
      case ValueView::Kind::kTuple:
        return py::tuple(Items(value, depth));
      case ValueView::Kind::kDict:
        return ExportDict(value, depth);
      case ValueView::Kind::kSet:
        return Shared(value, [&] { return py::object(py::set(Items(value, depth))); });
      case ValueView::Kind::kFrozenSet:
        return py::frozenset(Items(value, depth));
      case ValueView::Kind::kRange:
        return Builtin("range", value, depth);
      case ValueView::Kind::kSlice:
        return Builtin("slice", value, depth);
      case ValueView::Kind::kEllipsis:
        return py::ellipsis();
      case ValueView::Kind::kNotImplemented:
        return py::reinterpret_borrow<py::object>(Py_NotImplemented);
      case ValueView::Kind::kFunction:
      case ValueView::Kind::kException:
      case ValueView::Kind::kOther:
        break;
    }
    return Shared(value, [&] { return py::cast(Opaque{std::string(value.type_name())}); });
  }

 private:
  static std::string TextOf(const ValueView& value) {
    std::string out(value.Text(nullptr, 0), '\0');
    value.Text(out.data(), out.size());
    return out;
  }

  static py::object ExportInt(const ValueView& value) {
    int64_t small = 0;
    if (value.AsInt64(&small)) return py::int_(small);
    std::string digits(value.DecimalText(nullptr, 0), '\0');
    value.DecimalText(digits.data(), digits.size());
    std::optional<LiftedDigits> lifted;
    if (digits.size() > kDigitsForInt) lifted.emplace();
    PyObject* out = PyLong_FromString(digits.c_str(), nullptr, 10);
    if (out == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(out);
  }

  template <typename Make>
  py::object Shared(const ValueView& value, Make make) {
    auto known = seen_.find(value.identity());
    if (known != seen_.end()) return known->second;
    py::object out = make();
    seen_.emplace(value.identity(), out);
    return out;
  }

  // The list is known before its items are, so that a list can hold itself.
  py::object ExportList(const ValueView& value, int depth) {
    auto known = seen_.find(value.identity());
    if (known != seen_.end()) return known->second;
    py::list out;
    seen_.emplace(value.identity(), out);
    for (size_t i = 0; i < value.size(); ++i) out.append(Export(value.Item(i), depth + 1));
    return out;
  }

  py::object ExportDict(const ValueView& value, int depth) {
    auto known = seen_.find(value.identity());
    if (known != seen_.end()) return known->second;
    py::dict out;
    seen_.emplace(value.identity(), out);
    for (size_t i = 0; i < value.size(); ++i)
      out[Export(value.Key(i), depth + 1)] = Export(value.ValueAt(i), depth + 1);
    return out;
  }

  py::list Items(const ValueView& value, int depth) {
    py::list out;
    for (size_t i = 0; i < value.size(); ++i) out.append(Export(value.Item(i), depth + 1));
    return out;
  }

  py::object Builtin(const char* name, const ValueView& value, int depth) {
    py::object make = py::module_::import("builtins").attr(name);
    return make(Export(value.Item(0), depth + 1), Export(value.Item(1), depth + 1), Export(value.Item(2), depth + 1));
  }

  std::unordered_map<uint64_t, py::object> seen_;
  size_t nodes_ = 0;
};

// --- The run -------------------------------------------------------------------------------------------------------

// What a run did, as the observation of conformance/protocol.md names it.
struct Observation {
  std::string phase;
  std::string outcome;
  int exit = 0;
  std::string out, err;  // bytes
  std::string traceback, exception_type, exception_message;
  uint32_t line = 0;
  py::object limit = py::none();
  py::object result = py::none();
  py::dict globals;
  py::list hostcalls;
  Usage usage;
  uint64_t compile_fuel = 0;
};

const char* NameOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kOk:
      return "ok";
    case Outcome::kException:
      return "exception";
    case Outcome::kLimit:
      return "limit";
    case Outcome::kUnsupported:
      return "unsupported";
    case Outcome::kHostCall:
      return "host_call";
    case Outcome::kMisuse:
      return "misuse";
  }
  return "misuse";
}

const char* NameOf(LimitKind kind) {
  switch (kind) {
    case LimitKind::kNone:
      return "none";
    case LimitKind::kFuel:
      return "fuel";
    case LimitKind::kMemory:
      return "memory";
    case LimitKind::kTime:
      return "time";
    case LimitKind::kOutput:
      return "output";
    case LimitKind::kHostCalls:
      return "host";
    default:
      return "interrupt";
  }
}

uint64_t MonotonicNanoseconds(void*) {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(now.tv_nsec);
}

struct Request {
  std::string source;
  std::string filename;
  Limits limits;
  py::dict inputs;
  py::dict host_functions;
  uint32_t mutant = 0;
};

class Runner {
 public:
  explicit Runner(const Request& request)
      : request_(request),
        code_memory_(BlockSize(request.limits.memory)),
        run_memory_(BlockSize(request.limits.memory)),
        program_(code_memory_.block()),
        sandbox_(run_memory_.block()) {
    if (code_memory_.block().data == nullptr || run_memory_.block().data == nullptr) throw std::bad_alloc();
  }

  Observation Run() {
    Prepare();
    Result result = Compile();
    observation_.compile_fuel = program_.fuel();
    bool ran = result.ok();
    if (ran) result = Execute();
    Describe(result, ran);
    return std::move(observation_);
  }

 private:
  static uint64_t BlockSize(uint64_t memory) { return std::clamp(memory, kMinBlock, kMaxBlock) & ~uint64_t{7}; }

  void Prepare() {
    for (auto [name, value] : request_.inputs) {
      inputs_.push_back({importer_.Keep(EncodeText(name)), importer_.Import(value)});
    }
    for (auto [name, function] : request_.host_functions) host_names_.push_back(importer_.Keep(EncodeText(name)));
  }

  Result Compile() {
    py::gil_scoped_release unlocked;
    CompileOptions options;
    options.filename = request_.filename;
    return program_.Compile(request_.source, options, request_.limits);
  }

  Result Execute() {
    RunOptions options;
    options.limits = request_.limits;
    options.write = &Write;
    options.write_context = &observation_;
    options.inputs = inputs_.data();
    options.input_count = inputs_.size();
    options.host_functions = host_names_.data();
    options.host_function_count = host_names_.size();
    options.mutant = request_.mutant;
    Result result = Unlocked([&] { return sandbox_.Run(program_, options); });
    while (result.outcome == Outcome::kHostCall) result = AnswerHostCall();
    return result;
  }

  template <typename Work>
  static Result Unlocked(Work work) {
    py::gil_scoped_release unlocked;
    return work();
  }

  static void Write(void* context, Stream stream, std::string_view text) {
    auto* observation = static_cast<Observation*>(context);
    (stream == Stream::kStdout ? observation->out : observation->err).append(text);
  }

  // A host function's exception goes on inside the program, under the name of its nearest built-in class.
  Result AnswerHostCall() {
    HostCall call = sandbox_.host_call();
    std::string name(call.name);
    py::list arguments;
    Exporter exporter;
    for (size_t i = 0; i < call.argument_count; ++i) arguments.append(exporter.Export(sandbox_.HostArgument(i)));
    py::dict named;
    for (size_t i = 0; i < call.keyword_count; ++i) {
      named[DecodeText(sandbox_.HostKeyword(i))] = exporter.Export(sandbox_.HostArgument(call.argument_count + i));
    }
    try {
      py::object answer = request_.host_functions[py::str(name)](*py::tuple(arguments), **named);
      Importer importer;
      HostValue value = importer.Import(answer);
      observation_.hostcalls.append(py::make_tuple(name, arguments, answer));
      return Unlocked([&] { return sandbox_.Resume(value); });
    } catch (py::error_already_set& error) {
      if (!error.matches(PyExc_Exception)) throw;
      std::string type = BuiltinTypeOf(error.type());
      std::string message = MessageOf(error.value());
      observation_.hostcalls.append(py::make_tuple(name, arguments, py::make_tuple("raise", type, message)));
      return Unlocked([&] { return sandbox_.ResumeRaise(type, message); });
    }
  }

  // What the exception was made of: str() of a KeyError is the repr of its key.
  static std::string MessageOf(const py::object& error) {
    py::tuple arguments = error.attr("args");
    if (arguments.size() == 1 && PyUnicode_Check(arguments[0].ptr())) return EncodeText(arguments[0]);
    return EncodeText(py::str(error));
  }

  static std::string BuiltinTypeOf(const py::object& type) {
    for (py::handle base : type.attr("__mro__")) {
      if (py::str(base.attr("__module__")).equal(py::str("builtins"))) return py::str(base.attr("__name__"));
    }
    return "RuntimeError";
  }

  void Describe(const Result& result, bool ran) {
    if (result.outcome == Outcome::kMisuse) throw py::value_error(std::string(result.error_text));
    observation_.outcome = NameOf(result.outcome);
    observation_.phase = result.phase == Phase::kRun ? "run" : "compile";
    observation_.exit = result.exit_code;
    observation_.traceback = result.error_text;
    observation_.exception_type = result.exception_type;
    observation_.exception_message = result.exception_message;
    observation_.line = result.line;
    if (result.outcome == Outcome::kLimit) {
      py::dict limit;
      limit["kind"] = NameOf(result.limit.kind);
      limit["cap"] = result.limit.cap;
      limit["used"] = result.limit.used;
      limit["where"] = result.limit.line;
      observation_.limit = limit;
    }
    if (!ran) return;
    observation_.usage = sandbox_.usage();
    // After a limit the heap is gone (I4), so there is nothing to look at.
    if (result.outcome != Outcome::kOk && result.outcome != Outcome::kException) return;
    Exporter exporter;
    if (result.ok()) observation_.result = exporter.Export(sandbox_.value());
    for (size_t i = 0; i < sandbox_.global_count(); ++i) {
      observation_.globals[DecodeText(sandbox_.GlobalName(i))] = exporter.Export(sandbox_.Global(i));
    }
  }

  const Request& request_;
  HostBlock code_memory_;
  HostBlock run_memory_;
  Program program_;
  Sandbox sandbox_;
  Importer importer_;
  std::vector<NamedInput> inputs_;
  std::vector<std::string_view> host_names_;
  Observation observation_;
};

uint64_t OrUnlimited(const std::optional<uint64_t>& value) { return value.value_or(kUnlimited); }

Observation RunSource(py::object source, std::string filename, std::optional<uint64_t> fuel, uint64_t memory,
                      std::optional<double> time, uint64_t output, uint32_t depth, std::optional<uint64_t> host_calls,
                      py::dict inputs, py::dict host_functions, uint32_t mutant) {
  Request request;
  request.source = PyBytes_Check(source.ptr()) ? std::string(py::bytes(source)) : EncodeText(py::str(source));
  request.filename = std::move(filename);
  request.limits.fuel = OrUnlimited(fuel);
  request.limits.memory = memory;
  request.limits.output = output;
  request.limits.depth = depth;
  request.limits.host_calls = OrUnlimited(host_calls);
  if (time.has_value()) {
    request.limits.time_ns = static_cast<uint64_t>(std::clamp(*time, 0.0, 1e9) * 1e9);
    request.limits.now_ns = &MonotonicNanoseconds;
  }
  request.inputs = std::move(inputs);
  request.host_functions = std::move(host_functions);
  request.mutant = mutant;
  return Runner(request).Run();
}

constexpr const char* kRunHelp =
    "Runs a program in the sandbox and returns an Observation.\n\n"
    "source is str or bytes; limits are hard and None means none (time in seconds, memory and output in bytes);\n"
    "inputs become globals; host_functions are callables the program may call by name. The program's exceptions and\n"
    "limits are told in the Observation; only misuse raises: TypeError or ValueError for a value that cannot go in.";

void DefineObservation(py::module_* module) {
  py::class_<Opaque>(*module, "Opaque", "A value that has no counterpart outside of the sandbox.")
      .def_readonly("type_name", &Opaque::type_name)
      .def("__repr__", [](const Opaque& self) { return "<garter " + self.type_name + ">"; });
  py::class_<Observation>(*module, "Observation", "What a run did.")
      .def_readonly("phase", &Observation::phase)
      .def_readonly("outcome", &Observation::outcome)
      .def_readonly("exit", &Observation::exit)
      .def_property_readonly("stdout", [](const Observation& self) { return DecodeText(self.out); })
      .def_property_readonly("stderr", [](const Observation& self) { return DecodeText(self.err); })
      .def_property_readonly("traceback", [](const Observation& self) { return DecodeText(self.traceback); })
      .def_property_readonly("exception_type", [](const Observation& self) { return DecodeText(self.exception_type); })
      .def_property_readonly("exception_message",
                             [](const Observation& self) { return DecodeText(self.exception_message); })
      .def_readonly("line", &Observation::line)
      .def_readonly("limit", &Observation::limit)
      .def_readonly("result", &Observation::result)
      .def_readonly("globals", &Observation::globals)
      .def_readonly("hostcalls", &Observation::hostcalls)
      .def_readonly("compile_fuel", &Observation::compile_fuel)
      .def_property_readonly("fuel", [](const Observation& self) { return self.usage.fuel; })
      .def_property_readonly("memory_peak", [](const Observation& self) { return self.usage.memory_peak; })
      .def_property_readonly("depth_peak", [](const Observation& self) { return self.usage.depth_peak; })
      .def("__repr__", [](const Observation& self) {
        return "<garter_core.Observation " + self.outcome +
               (self.exception_type.empty() ? "" : " " + self.exception_type) + ">";
      });
}

}  // namespace
}  // namespace garter

PYBIND11_MODULE(garter_core, module) {
  module.doc() = "The Garter sandbox in this process, for the tests that compare it with CPython.";
  module.attr("__version__") = std::string(garter::Version());
  garter::DefineObservation(&module);
  module.def("run", &garter::RunSource, py::arg("source"), py::arg("filename") = "main.py", py::kw_only(),
             py::arg("fuel") = py::none(), py::arg("memory") = 256ull << 20, py::arg("time") = 10.0,
             py::arg("output") = 16ull << 20, py::arg("depth") = 1000, py::arg("host_calls") = py::none(),
             py::arg("inputs") = py::dict(), py::arg("host_functions") = py::dict(), py::arg("mutant") = 0,
             garter::kRunHelp);
}
