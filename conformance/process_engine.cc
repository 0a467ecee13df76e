// The deadline of a case starts when it becomes the oldest outstanding one: with pipelining that is when the answer
// before it came. It is the engine's own cap, a quarter more, and a fixed grace for a loaded machine; going past it is a
// hang, while an engine that goes past its cap but ends is judged from the measured wall time.
#include "conformance/process_engine.h"

#include <csignal>

#include "conformance/encoding.h"
#include "conformance/host_table.h"
#include "conformance/schema.h"

namespace garter {
namespace {

constexpr double kGrace = 5.0;    // seconds
constexpr double kGoodbye = 2.0;  // seconds for an adapter to end after BYE
constexpr size_t kMaxWindow = 256;
constexpr size_t kPiece = 1u << 20;  // bytes of source in a SOURCE frame; as JSON at most six times that
constexpr size_t kLongSource = 2u << 20;
constexpr double kPiecesSeconds = 60;

bool IsLong(const Case& test) { return test.source.size() > kLongSource; }

// An adapter reads answers to host calls from where the next case would come.
bool CallsHost(const Case& test) { return !test.host.empty(); }

}  // namespace

double ProcessEngine::Allowance(const Case& test) const { return test.limits.time * 1.25 + kGrace; }

const Json& ProcessEngine::Hello() {
  EnsureWorker();
  return hello_;
}

bool ProcessEngine::EnsureWorker() {
  if (worker_.running()) return true;
  reader_ = FrameReader();
  session_.clear();
  if (!worker_.Start(config_)) {
    error_ = config_.name + ": cannot make a process";
    return false;
  }
  if (ReadHello()) return true;
  hello_ = nullptr;
  worker_.Kill();
  return false;
}

bool ProcessEngine::ReadHello() {
  double deadline = Now() + config_.start_seconds;
  Frame frame;
  std::string bytes;
  FrameReader::Status status;
  while ((status = reader_.Next(&frame)) == FrameReader::Status::kNeedMore) {
    bytes.clear();
    WorkerProcess::Event event = worker_.Wait(deadline, &bytes);
    reader_.Append(bytes);
    if (event == WorkerProcess::Event::kBytes) continue;
    bool late = event == WorkerProcess::Event::kTimeout;
    std::string how = late ? "no HELLO in time" : "ended before HELLO: " + worker_.Reap(kGoodbye).Text();
    error_ = config_.name + ": " + config_.command[0] + ": " + how + " " + worker_.TakeStray();
    return false;
  }
  if (status == FrameReader::Status::kBroken || frame.kind != FrameKind::kHello ||
      TextMember(frame.payload, "protocol") != "CAP/1") {
    error_ = config_.name + ": does not speak CAP/1 " + reader_.error();
    return false;
  }
  hello_ = frame.payload;
  const Json& window = Member(hello_, "window");
  window_ = window.is_number_unsigned() ? std::clamp<size_t>(window.get<size_t>(), 1, kMaxWindow) : 1;
  worker_.Send(EncodeFrame(FrameKind::kConfig, {{"trace", false}, {"globals", false}}));
  return true;
}

void ProcessEngine::Stop() {
  if (!worker_.running()) return;
  worker_.Send(EncodeFrame(FrameKind::kBye, Json::object()));
  std::string ignored;
  while (worker_.Wait(Now() + kGoodbye, &ignored) == WorkerProcess::Event::kBytes) ignored.clear();
  worker_.Reap(kGoodbye);
}

void ProcessEngine::SendOne(Batch* batch) {
  const Case& test = *(*batch->cases)[batch->sent];
  Json payload = IsLong(test) ? CasePayloadWithoutSource(test) : CasePayload(test);
  FrameKind kind = FrameKind::kCase;
  if (!batch->canary.empty()) {
    kind = FrameKind::kCanary;
    payload["case"] = test.id;
    payload["kind"] = batch->canary;
  }
  if (IsLong(test)) SendPieces(test, &payload);
  if (!batch->outstanding()) StartMeter();
  ++batch->sent;
  session_.push_back(test.id);
  worker_.Send(EncodeFrame(kind, payload));
}

void ProcessEngine::SendPieces(const Case& test, Json* payload) {
  size_t pieces = 0;
  for (size_t at = 0; at < test.source.size(); at += kPiece, ++pieces) {
    worker_.Send(EncodeFrame(FrameKind::kSource, {{"piece", BytesToJson(test.source.substr(at, kPiece))}}));
  }
  (*payload)["source"] = {{"pieces", pieces}};
  worker_.Send(EncodeFrame(FrameKind::kPing, {{"n", pieces}}));
  Frame frame;
  std::string bytes;
  // Any failure here shows again, with its reason, when the answer to the case is awaited.
  while (reader_.Next(&frame) == FrameReader::Status::kNeedMore) {
    bytes.clear();
    if (worker_.Wait(Now() + kPiecesSeconds, &bytes) != WorkerProcess::Event::kBytes) return;
    reader_.Append(bytes);
  }
}

void ProcessEngine::SendAhead(Batch* batch) {
  if (batch->outstanding() && CallsHost(batch->oldest())) return;
  // Refill by half windows, so that the adapter gets its batches whole.
  if (batch->outstanding() && batch->sent - batch->answers.size() > window_ / 2) return;
  while (batch->sent < batch->cases->size() && batch->sent - batch->answers.size() < window_) {
    const Case& test = *(*batch->cases)[batch->sent];
    if ((IsLong(test) || CallsHost(test)) && batch->outstanding()) return;
    SendOne(batch);
    if (CallsHost(test)) return;
  }
}

void ProcessEngine::StartMeter() {
  meter_.start = Now();
  if (window_ > 1) return;  // with cases in flight side by side, memory and processor belong to none of them
  worker_.ResetPeak();
  meter_.rss = worker_.PeakBytes().value_or(0);
  meter_.cpu = worker_.CpuSeconds().value_or(0);
}

Json ProcessEngine::ReadMeter(const Observation& observation) {
  Json out = {{"wall", Now() - meter_.start},
              {"out_bytes", observation.stdout_bytes().size() + observation.stderr_bytes().size()}};
  if (window_ == 1 && worker_.running()) {
    double peak = worker_.PeakBytes().value_or(meter_.rss);
    out["rss_peak"] = peak;
    out["rss_growth"] = peak - meter_.rss;
    out["cpu"] = worker_.CpuSeconds().value_or(meter_.cpu) - meter_.cpu;
  }
  return out;
}

void ProcessEngine::Fail(Batch* batch, const std::string& outcome, std::string detail, int signal) {
  std::string stray = worker_.TakeStray();
  if (!stray.empty()) detail += "\n" + stray;
  Observation made_up = Observation::Synthetic(batch->oldest().id, outcome, detail);
  if (signal != 0) made_up.set("signal", signal);
  made_up.set_measured(ReadMeter(made_up));
  made_up.set("session", Json(session_));
  batch->answers.push_back(std::move(made_up));
  worker_.Kill();
  reader_ = FrameReader();
  batch->sent = batch->answers.size();  // the rest goes to a fresh worker
}

void ProcessEngine::AnswerHost(Batch* batch, const Json& call) {
  if (!CallsHost(batch->oldest()) || TextMember(call, "case") != batch->oldest().id) {
    return Fail(batch, "protocol", "a host call of a case that may make none", 0);
  }
  worker_.Send(EncodeFrame(FrameKind::kHostReturn, AnswerHostCall(call)));
}

void ProcessEngine::Accept(Batch* batch, Frame frame) {
  if (frame.kind == FrameKind::kPong) return;
  if (frame.kind == FrameKind::kHostCall) return AnswerHost(batch, frame.payload);
  if (frame.kind != FrameKind::kObservation) return Fail(batch, "protocol", "unexpected frame", 0);
  std::string why = ObservationSchema().Check(frame.payload);
  if (!why.empty()) return Fail(batch, "protocol", why, 0);
  if (TextMember(frame.payload, "case") != batch->oldest().id) {
    return Fail(batch, "protocol", "an answer to a case that is not the oldest: " + TextMember(frame.payload, "case"),
                0);
  }
  Observation observation(std::move(frame.payload));
  observation.set_measured(ReadMeter(observation));
  if (observation.outcome() == "crash") observation.set("session", Json(session_));
  batch->answers.push_back(std::move(observation));
  if (batch->outstanding()) StartMeter();
}

void ProcessEngine::Await(Batch* batch) {
  Frame frame;
  std::string bytes;
  FrameReader::Status status;
  double deadline = meter_.start + Allowance(batch->oldest());
  while ((status = reader_.Next(&frame)) == FrameReader::Status::kNeedMore) {
    bytes.clear();
    WorkerProcess::Event event = worker_.Wait(deadline, &bytes);
    reader_.Append(bytes);
    if (event == WorkerProcess::Event::kBytes) continue;
    if (event == WorkerProcess::Event::kTimeout) {
      bool stopped = Interrupted();
      return Fail(batch, stopped ? "infra" : "hang", stopped ? "interrupted" : "no answer in time", 0);
    }
    Death death = worker_.Reap(kGoodbye);
    return Fail(batch, "crash", death.Text(), death.signal);
  }
  if (status == FrameReader::Status::kBroken) return Fail(batch, "protocol", reader_.error(), 0);
  Accept(batch, std::move(frame));
}

void ProcessEngine::RunBatch(Batch* batch) {
  while (!batch->done()) {
    if (Interrupted() || !EnsureWorker()) {
      std::string why = Interrupted() ? "interrupted" : error_;
      batch->answers.push_back(Observation::Synthetic(batch->oldest().id, "infra", why));
      batch->sent = batch->answers.size();
      continue;
    }
    SendAhead(batch);
    Await(batch);
  }
}

std::vector<Observation> ProcessEngine::Run(const std::vector<const Case*>& cases) {
  Batch batch{&cases, {}, 0, {}};
  RunBatch(&batch);
  return std::move(batch.answers);
}

Observation ProcessEngine::RunAlone(const Case& test) {
  std::vector<const Case*> cases = {&test};
  // An adapter with a window runs each batch in a fresh child (protocol.md), so a batch of one is alone already.
  if (worker_.running() && window_ > 1) return std::move(Run(cases).front());
  Stop();
  Observation out = std::move(Run(cases).front());
  Stop();
  return out;
}

Observation ProcessEngine::RunCanary(const Case& test, const std::string& kind) {
  Stop();
  std::vector<const Case*> cases = {&test};
  Batch batch{&cases, {}, 0, kind};
  RunBatch(&batch);
  Stop();
  return std::move(batch.answers.front());
}

}  // namespace garter
