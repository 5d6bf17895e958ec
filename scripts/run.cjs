// The door of every npm script: says in one sentence what is missing, installs what package-lock.json names, then runs
// the script. Written so that even a very old Node can read it.
'use strict';

var NEEDED = 20;

var major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED) {
  console.error(
    'Sheety CRM needs Node.js ' +
      NEEDED +
      ' or newer, and this is ' +
      process.version +
      '. Get it from https://nodejs.org, then try again.',
  );
  process.exit(1);
}

var path = require('path');
var url = require('url');

var name = process.argv[2];
require('./install.cjs').installWhenNeeded(path.join(__dirname, '..'));
import(url.pathToFileURL(path.join(__dirname, name + '.mjs')).href)
  .then(function (script) {
    return script.main(process.argv.slice(3));
  })
  .then(
    function (code) {
      if (typeof code === 'number') process.exitCode = code;
    },
    function (error) {
      console.error(error && error.isForPeople ? error.message : error);
      process.exit(1);
    },
  );
