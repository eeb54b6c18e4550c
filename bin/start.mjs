#!/usr/bin/env node
// npm start: from a fresh checkout to the first page, bringing whatever is missing.
import { join, resolve } from 'node:path'
import { runUntilExit } from './bootstrap/child.mjs'
import { prepare } from './bootstrap/prepare.mjs'
import { failWith } from './bootstrap/problem.mjs'
import { projectRoot } from './bootstrap/root.mjs'

try {
  const node = await prepare()
  const dataFolder = resolve(process.env.CARIMBO_DADOS || join(projectRoot, 'dados'))
  runUntilExit(node, [join(projectRoot, 'dist', 'main.js'), ...process.argv.slice(2)], {
    NODE_ENV: 'production',
    ...process.env,
    CARIMBO_DADOS: dataFolder,
  })
} catch (error) {
  failWith(error, 'iniciar o Carimbo')
}
