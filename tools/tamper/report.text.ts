import type { CampaignReport } from './campaign.ts'

/** The campaign as a table, and what escaped. */
export function tellCampaign({ rows, missed, done }: CampaignReport): string {
  const named = rows.reduce((sum, row) => sum + row.named, 0)
  return [
    '| o que foi feito | vezes | achado e nomeado |',
    '| --- | ---: | ---: |',
    ...rows.map((row) => `| ${row.deed} | ${row.done} | ${row.named} |`),
    `| **total** | **${done}** | **${named}** |`,
    '',
    ...missed.map((sentence) => `Escapou: ${sentence}`),
    missed.length === 0 ? 'Nada escapou.' : `${missed.length} escaparam.`,
  ].join('\n')
}
