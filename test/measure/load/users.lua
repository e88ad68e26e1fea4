-- One connection is one user: thinks 2–5 s, asks for a screen, waits for all of it, thinks again.
-- A screen of several requests is written at once (HTTP/1.1 pipelining). Times are taken here, because
-- wrk's own list has no warm-up to leave out and is filled up for "coordinated omission", which a
-- closed loop of users does not have.
local ffi = require('ffi')
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } moment;
  int clock_gettime(int clock, moment *now);
]]

local moment = ffi.new('moment')
local function now()
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.seconds) + tonumber(moment.nanoseconds) / 1e9
end

local format = string.format
local requests = tonumber(os.getenv('REQUESTS'))
local path = os.getenv('SCREEN')
local least = tonumber(os.getenv('THINK_LEAST')) * 1000
local most = tonumber(os.getenv('THINK_MOST')) * 1000
local users = tonumber(os.getenv('USERS'))
local WAITING = 0.35
local warm = tonumber(os.getenv('WARM'))
local window = tonumber(os.getenv('WINDOW'))
local threads = {}
local asked = {}
local missing = {}
local failed = {}
local slow = {}
local id = -1

took = {}
failures = 0
seen = 0
statuses = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init()
  math.randomseed(tonumber(os.getenv('SEED')))
  begun = now()
end

-- The crowd is there from the start: about a third wait for a screen, as they do where it gives, and
-- the others are somewhere in their thinking. Users who all began to think at once would come back
-- in waves for a long while.
local function begin()
  if math.random() < WAITING then return 0 end
  local think = math.sqrt(least * least + math.random() * (most * most - least * least))
  return math.random() * think
end

function delay()
  arrived = (arrived or 0) + 1
  if arrived <= users then return begin() end
  return least + math.random() * (most - least)
end

-- wrk calls this once to count the requests of a screen; that first one is never sent.
function request()
  id = id + 1
  if id > 0 then
    asked[id] = now()
    missing[id] = requests
  end
  local lines = {}
  for part = 1, requests do
    lines[part] = format('GET %s?screen=%d HTTP/1.1\r\nHost: app\r\n\r\n', path, id)
  end
  return table.concat(lines)
end

function response(status, headers)
  local screen = tonumber(headers['screen'])
  if status > 399 then
    failed[screen] = true
    statuses[status] = (statuses[status] or 0) + 1
  end
  if headers['slow'] then slow[screen] = true end
  missing[screen] = missing[screen] - 1
  if missing[screen] > 0 then return end
  local at = now()
  local since = at - begun
  if since > warm and since <= warm + window then
    -- Who asks an AI knows that it takes a while: what counts is how long all other screens take.
    if not slow[screen] then took[#took + 1] = at - asked[screen] end
    seen = seen + 1
    if failed[screen] then failures = failures + 1 end
  end
  asked[screen] = nil
  missing[screen] = nil
  failed[screen] = nil
  slow[screen] = nil
  waiting = asked
end

function done(summary)
  local thread = threads[1]
  local finished = now()
  local lines = {}
  for _, seconds in ipairs(thread:get('took')) do lines[#lines + 1] = format('%.4f', seconds) end
  local unfinished = {}
  for _, since in pairs(thread:get('waiting') or {}) do
    unfinished[#unfinished + 1] = format('%.3f', finished - since)
  end
  local codes = {}
  for status, count in pairs(thread:get('statuses')) do
    codes[#codes + 1] = format('"%d":%d', status, count)
  end
  io.write('\nSCREENS {"took":[', table.concat(lines, ','), '],"unfinished":[', table.concat(unfinished, ','))
  io.write('],"seen":', thread:get('seen'), ',"failed":', thread:get('failures'), ',"statuses":{', table.concat(codes, ','), '},"sockets":')
  io.write(summary.errors.connect + summary.errors.read + summary.errors.write, '}\n')
end
