exec(open("/tmp/prof.py").read())
import random, json, threading, time, pytest
import made_stock as stock
from django.test import Client
from carslink.search import indexer, engine
from carslink.search.query import Query


def test_x(follow, client):
    d = stock.dealer()
    dice = random.Random(1)
    stock.add(*[stock.random_listing(d, i, dice) for i in range(300)])
    follow()
    r = client.get("/api/v1/search?q=bmw&page_size=2&fuel=Petrol&price_min=500.01&sort=-price")
    print(r.status_code, json.dumps(r.json(), indent=1)[:6000])
    r = client.get("/api/v1/search?foo=1&price_min=x&near=leeds&sort=distance&fuel=petrol")
    print(r.status_code, r.content)
    print(client.get("/api/v1/vehicles/999999999999999999999999").content)
    print(engine.indexed_position())


@pytest.mark.django_db(transaction=True)
def test_run(index_dir, transactional_db):
    stop = threading.Event()
    t = threading.Thread(target=indexer.run, args=(stop,))
    t.start()
    try:
        d = stock.dealer()
        for i in range(5):
            made = stock.add(stock.listing(d, i))
            t0 = time.time()
            print("added", t0 - T0)
            while True:
                try:
                    if engine.search(Query()).total == i + 1:
                        break
                except Exception as e:
                    pass
                time.sleep(0.002)
            print("fresh", time.time() - t0)
            time.sleep(0.7 if i % 2 else 0)
    finally:
        t0 = time.time()
        stop.set()
        t.join()
        print("stopped", time.time() - t0)
