/** manifest.xml for a deployment: the committed file names this machine, the built one the addresses of the build's options. */
const { LOCAL_ADDRESS } = require("./options.cjs");

const escapeXml = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Replaces what the pattern finds, which must be there exactly once: a manifest that lost its mark must not be built unnoticed. */
function replaceOnce(text, pattern, value) {
  if (text.match(new RegExp(pattern, "g"))?.length !== 1) throw new Error(`manifest.xml must hold ${pattern} exactly once`);
  return text.replace(pattern, (_, before, after) => `${before}${escapeXml(value)}${after}`);
}

/** The manifest of `source` with the options' addresses and the version (three numbers) put in. */
function manifestFor(source, { address, support, learnMore }, version) {
  const marked = [
    [/(<Version>)[^<]*(<\/Version>)/, `${version}.0`],
    [/(<SupportUrl DefaultValue=")[^"]*(")/, support],
    [/(<bt:Url id="LearnMore\.Url" DefaultValue=")[^"]*(")/, learnMore],
    // An app domain is an origin, without a path.
    [/(<AppDomain>)[^<]*(<\/AppDomain>)/, new URL(address).origin]
  ].reduce((text, [pattern, value]) => replaceOnce(text, pattern, value), source);
  return marked.replace(/<!--[^]*?-->\n/g, "").replaceAll(`DefaultValue="${LOCAL_ADDRESS}`, () => `DefaultValue="${escapeXml(address)}`);
}

module.exports = { manifestFor };
