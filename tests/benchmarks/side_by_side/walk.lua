-- Walks through the lines of the file that ADDRESSES names, from a place that FROM chooses: an
-- address each, and behind a tab the ETag that one has already.
local requests, here = {}, 0

function init()
  for line in io.lines(os.getenv("ADDRESSES")) do
    local address, etag = line:match("^([^\t]+)\t?(.*)$")
    local headers = etag ~= "" and { ["If-None-Match"] = etag } or nil
    requests[#requests + 1] = wrk.format("GET", address, headers)
  end
  here = tonumber(os.getenv("FROM")) % #requests
end

function request()
  here = here % #requests + 1
  return requests[here]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'MEASURED {"answers":%d,"seconds":%.6f,"bytes":%d,"p50":%.4f,"p90":%.4f,"p99":%.4f,' ..
    '"unreachable":%d,"refused":%d,"timeouts":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write, errors.status, errors.timeout))
end
