#!/usr/bin/env node
// npm test: every check there is, from a fresh checkout. `npm test -- path` runs the tests of that path only.
import { runScript } from './bootstrap/tool.mjs'

runScript('tools/run-tests/main.ts', { build: true })
