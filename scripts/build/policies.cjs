/** The content security policies of the built pages. `frame-ancestors` works in a header only, so that is for whoever serves them. */

function policy(directives) {
  return Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(" ")}`).join("; ");
}

const OURS = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  // A worker that is opened from a folder can be made of a blob only (start-worker.ts).
  "worker-src": ["blob:"],
  // Fluent UI writes its rules into <style>.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"]
};

/** The browser page may connect to nothing at all: the browser itself enforces that no data leaves. */
const PAGE_POLICY = policy(OURS);

/**
 * The pages that Excel loads. What the client of Office.js does was read in its source (1.1.110) and is allowed from where it
 * comes: scripts of its own folder (one for the host, one for the language), and on the web a frame of that folder which asks
 * whether the user trusts an Office server that is not Microsoft's. It talks to Excel by messages between windows and by the
 * bridge of the program, which no policy governs, so nothing has to be connected to but the two places the code came from.
 * Left out on purpose: *.pipe.aria.microsoft.com (usage data; without it the client goes on) and ajax.aspnetcdn.com (asked for
 * by clients before 2019 only).
 */
function panePolicy(officeJs) {
  const origin = /^https:/.test(officeJs) ? [new URL(officeJs).origin] : [];
  return policy({
    ...OURS,
    "script-src": ["'self'", ...origin],
    "style-src": [...OURS["style-src"], ...origin],
    "img-src": [...OURS["img-src"], ...origin],
    "connect-src": ["'self'", ...origin],
    "frame-src": ["'self'", ...origin]
  });
}

/**
 * The browser page in one file: its scripts stand in it, so that none is loaded from anywhere, and each is known by its hash.
 * `'self'` would be the folder that a user happens to keep the file in.
 */
function onePagePolicy(hashes) {
  return policy({ ...OURS, "script-src": hashes, "style-src": ["'unsafe-inline'"], "img-src": ["data:", "blob:"], "font-src": ["'none'"] });
}

module.exports = { PAGE_POLICY, onePagePolicy, panePolicy };
