import { PropertyStore } from '../../host/google/stores';
import { hostWith } from './little-add-on';

test('a store knows its size through every change', () => {
  const store = new PropertyStore();
  store.set('é', 'abc').set('é', 'a').set('k', '12').delete('k');
  expect(store.bytesWith('é', '')).toBe(2);
  expect(store.bytesWith('x', 'yz')).toBe(6);
  store.clear();
  expect(store.bytesWith('x', 'yz')).toBe(3);
});

test('a number as a key names the property that its text names', () => {
  const host = hostWith(`
    function keep() {
      const store = PropertiesService.getDocumentProperties();
      for (let i = 0; i < 100; i++) store.setProperty(7, 'v'.repeat(9000));
      return store.getKeys();
    }`);
  expect(host.call('keep')).toEqual(['7']);
});
