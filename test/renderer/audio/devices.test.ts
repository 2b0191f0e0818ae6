import { expect, it } from 'vitest';
import { outputsAmong, sameDevices } from '../../../src/renderer/audio/devices';

const device = (kind: MediaDeviceKind, deviceId: string, label: string) => ({ kind, deviceId, label });

it('lists outputs by name, without what stands for the system’s own', () => {
  const list = [
    device('audioinput', 'm', 'Microphone'),
    device('audiooutput', 'default', 'Default'),
    device('audiooutput', 'communications', 'Communications'),
    device('audiooutput', 'a', 'Speakers'),
    device('audiooutput', 'b', 'Headset'),
  ];
  expect(outputsAmong(list)).toEqual({
    any: true,
    devices: [
      { id: 'a', name: 'Speakers' },
      { id: 'b', name: 'Headset' },
    ],
  });
});

it('knows that there is one even where it may not know which', () => {
  expect(outputsAmong([device('audiooutput', '', '')])).toEqual({ any: true, devices: [] });
  expect(outputsAmong([device('audioinput', 'm', 'Microphone')])).toEqual({ any: false, devices: [] });
});

it('tells lists apart by ids, names and order', () => {
  const a = { id: 'a', name: 'A' };
  const b = { id: 'b', name: 'B' };
  expect(sameDevices([a, b], [{ ...a }, { ...b }])).toBe(true);
  expect(sameDevices([a, b], [b, a])).toBe(false);
  expect(sameDevices([a], [a, b])).toBe(false);
  expect(sameDevices([a], [{ ...a, name: 'C' }])).toBe(false);
});
