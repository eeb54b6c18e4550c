import { addressOf } from './routes.ts'
import { documentsOf } from './told.ts'
import { look, type Trial } from './trial.ts'

/** Images inside texts, by their document and by their digest alone. */
export async function tryDigests(trial: Trial): Promise<void> {
  const { world, oracle } = trial
  for (const document of documentsOf(world)) {
    const { image, number } = document
    if (!image) continue
    for (const reader of world.readers) {
      const mine = oracle.mayRead(reader, document)
      await look(trial, {
        route: 'GET /em/:unidade/documentos/:numero/imagens/:sha256',
        url: addressOf('GET /em/:unidade/documentos/:numero/imagens/:sha256', {
          ...{ unidade: reader.unit, numero: number, sha256: image },
        }),
        reader,
        face: 'number',
        expected: mine ? { words: [], status: 200 } : 'closed',
      })
      // By its digest alone it names no unit: any in which the person works and may read it will do.
      const own = world.readers.filter(({ login, worksThere }) => worksThere && login === reader.login)
      const somewhere = own.some((one) => oracle.mayRead({ ...one, confirms: reader.confirms }, document))
      await look(trial, {
        route: 'GET /arquivos/:sha256',
        url: `/arquivos/${image}`,
        reader,
        face: 'number',
        expected: somewhere ? { words: [], status: 200 } : 'closed',
        except: ({ kind }) => kind === 'image' && somewhere,
      })
    }
  }
}
