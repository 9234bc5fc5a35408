// Reads NDJSON on standard input; see validate-ninjs.
const fs = require('fs'), path = require('path'), readline = require('readline');
const Ajv = require('ajv/dist/2020').default, addFormats = require('ajv-formats').default;

const folder = process.argv[2];
const load = name => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
const schema = ['ninjs-schema_3.1.json', 'ninjs-schema_3.0.json'].find(n => fs.existsSync(path.join(folder, n)));
if (!schema) { console.error(`SKIPPED: no ninjs-schema_3.1.json or _3.0.json in ${folder}`); process.exit(3); }

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(load('GeoJSON.local.json'));
const validate = ajv.compile(load(schema));

let valid = 0, invalid = 0, other = 0;
readline.createInterface({ input: process.stdin }).on('line', line => {
  if (!line.trim()) return;
  const row = JSON.parse(line);
  if (row.rejected) { other++; return; }
  const item = row.item ?? row;
  if (validate(item)) { valid++; return; }
  invalid++;
  console.log(JSON.stringify({ file: row.file, uri: item.uri, errors: validate.errors.slice(0, 5).map(e => `${e.instancePath} ${e.message}`) }));
}).on('close', () => {
  console.error(`${valid} valid, ${invalid} invalid, ${other} refused by the reader (${schema})`);
  process.exit(invalid ? 1 : 0);
});
