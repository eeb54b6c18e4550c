#!/usr/bin/env node
// npm start: from a fresh checkout to the first page, bringing whatever is missing.
import { join, resolve } from 'node:path'
import { runUntilExit } from './bootstrap/child.mjs'
import { prepare } from './bootstrap/prepare.mjs'
import { failWith } from './bootstrap/problem.mjs'
import { projectRoot } from './bootstrap/root.mjs'

// Pages are made and forgotten within milliseconds. Left to itself, V8 lets what is forgotten pile up by the size of the
// machine. With these limits a server that works hard keeps to half the memory; what they cost was lost in noise.
const memory = ['--max-semi-space-size=16', '--max-old-space-size=1024']

try {
  const node = await prepare()
  const dataFolder = resolve(process.env.CARIMBO_DADOS || join(projectRoot, 'dados'))
  runUntilExit(node, [...memory, join(projectRoot, 'dist', 'main.js'), ...process.argv.slice(2)], {
    NODE_ENV: 'production',
    ...process.env,
    CARIMBO_DADOS: dataFolder,
  })
} catch (error) {
  failWith(error, 'iniciar o Carimbo')
}
