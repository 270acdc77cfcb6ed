from portal.settings.demo import *

MIDDLEWARE = []
ROOT_URLCONF = "benchmarks.bare.urls"
