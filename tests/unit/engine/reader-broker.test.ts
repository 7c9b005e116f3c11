import { expect, it } from 'vitest'
import type { FromEngineHost } from '#contract/engine-host'
import { ReaderBroker } from '#engine/reader-broker'

function asked() {
  const messages: FromEngineHost[] = []
  const broker = new ReaderBroker((message) => messages.push(message))
  const told = () => messages.flatMap((message) => (message.type === 'spawn-reader' ? [message.args] : []))
  return { broker, told }
}

it('starts readers for work nobody waits for with low priority', () => {
  const { broker, told } = asked()
  broker.spawn()
  broker.spawn(true)
  expect(told()).toEqual([[], ['--at-leisure']])
})

it('starts readers without native picture code once one has crashed, not when one was ended', () => {
  const { broker, told } = asked()
  broker.spawn()
  broker.exited(1, 9)
  broker.spawn()
  broker.exited(2, 11)
  broker.spawn(true)
  expect(told()).toEqual([[], [], ['--at-leisure', '--without-native-pictures']])
})
